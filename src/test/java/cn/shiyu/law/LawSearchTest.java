package cn.shiyu.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TestCities;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A hundred questions written down before the search was (questions.csv): how many find a right article among the first five, and
 * how far down. The held-out half is for the figure alone. {@code -DargLine=-Dshiyu.laws.misses=true} prints the misses of the other half.
 */
class LawSearchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LawFilter ALL = new LawFilter(DAY, null, null);
    private static final City JIESHOU = TestCities.jieshou();
    private static final City LIAOCHENG = TestCities.liaocheng();
    private static final LawLibrary LIBRARY =
            new LawLibrary(TestCities.files(), TestCities.directory(JIESHOU, LIAOCHENG));

    record Question(String id, String half, String question, String articles) {}

    record Figures(double recall, double mrr) {}

    @Test
    void findsTheRightArticleForEverydayWords() throws IOException {
        Figures dev = figures("dev", LawIndex.Weights.TUNED);
        Figures heldOut = figures("held-out", LawIndex.Weights.TUNED);
        System.out.println("law search: dev " + dev + ", held out " + heldOut + "; plain: dev "
                + figures("dev", LawIndex.Weights.PLAIN) + ", held out " + figures("held-out", LawIndex.Weights.PLAIN));
        assertThat(dev.recall()).isGreaterThanOrEqualTo(0.90);
        assertThat(heldOut.recall()).isGreaterThanOrEqualTo(0.55);
    }

    private static Figures figures(String half, LawIndex.Weights weights) throws IOException {
        int found = 0;
        double ranks = 0;
        List<Question> questions = questions(half);
        for (Question question : questions) {
            int rank = rank(question, weights);
            found += rank > 0 && rank <= 5 ? 1 : 0;
            ranks += rank > 0 ? 1.0 / rank : 0;
            if (rank == 0 || rank > 5) {
                miss(question, weights);
            }
        }
        return new Figures((double) found / questions.size(), Math.round(1000 * ranks / questions.size()) / 1000.0);
    }

    private static int rank(Question question, LawIndex.Weights weights) {
        Set<String> right = Set.of(question.articles().split(" "));
        List<LawHit> hits = hits(question, weights);
        for (int at = 0; at < hits.size(); at++) {
            if (right.contains(hits.get(at).ref().toString())) {
                return at + 1;
            }
        }
        return 0;
    }

    private static List<LawHit> hits(Question question, LawIndex.Weights weights) {
        return LIBRARY.of(JIESHOU).index().find(question.question(), ALL, 30, weights);
    }

    private static void miss(Question question, LawIndex.Weights weights) {
        if (Boolean.getBoolean("shiyu.laws.misses") && question.half().equals("dev") && weights.term() > 0) {
            System.out.println(question.question() + " wants " + question.articles() + " not "
                    + hits(question, weights).stream().limit(5).map(LawHit::ref).toList());
        }
    }

    private static List<Question> questions(String half) throws IOException {
        try (InputStream csv = LawSearchTest.class.getResourceAsStream("/law/questions.csv");
                MappingIterator<Question> lines = new CsvMapper()
                        .readerFor(Question.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(csv)) {
            return new ArrayList<>(lines.readAll()).stream().filter(one -> one.half().equals(half)).toList();
        }
    }

    @Test
    void findsAnArticleByItsNumber() {
        for (String typed : List.of("民法典 288条", "民法典第二百八十八条", "《中华人民共和国民法典》第288条")) {
            assertThat(LawQueries.found(LIBRARY.of(JIESHOU), typed, ALL))
                    .extracting(hit -> hit.ref().toString())
                    .as(typed)
                    .containsExactly("civil-code/288");
        }
        assertThat(LawQueries.found(LIBRARY.of(JIESHOU), "民法典第九千条", ALL)).isEmpty();
    }

    @Test
    void keepsACitysOwnRegulationsToIt() {
        assertThat(LIBRARY.of(LIAOCHENG).laws()).containsKey("liaocheng-property-regulation");
        assertThat(LIBRARY.of(JIESHOU).laws()).doesNotContainKey("liaocheng-property-regulation");
        LawFilter local = new LawFilter(DAY, LawLevel.LOCAL, null);
        assertThat(LIBRARY.of(LIAOCHENG).index().find("物业", local, 5, LawIndex.Weights.TUNED)).isNotEmpty();
        assertThat(LIBRARY.of(JIESHOU).index().find("物业", local, 5, LawIndex.Weights.TUNED)).isEmpty();
    }

    @Test
    void findsAnEndedLawOnlyOnItsDays() {
        LawFilter then = new LawFilter(LocalDate.of(2025, 12, 31), null, "public-security-law");
        LawFilter now = new LawFilter(LocalDate.of(2026, 1, 1), null, "public-security-law");
        assertThat(LIBRARY.of(JIESHOU).index().find("殴打他人", then, 5, LawIndex.Weights.TUNED)).isNotEmpty();
        assertThat(LIBRARY.of(JIESHOU).index().find("殴打他人", now, 5, LawIndex.Weights.TUNED)).isEmpty();
    }

    @Test
    void readsEveryArticleOfTheCivilCode() {
        Law code = LIBRARY.of(JIESHOU).laws().get("civil-code");
        LawVersion version = code.on(DAY);
        assertThat(version.articles()).hasSize(1260);
        Article neighbours = version.article(288).orElseThrow();
        assertThat(neighbours.label()).isEqualTo("第二百八十八条");
        assertThat(neighbours.headings()).containsExactly("第二编 物权", "第二分编 所有权", "第七章 相邻关系");
    }

    @Test
    void everyLawsArticlesAreNumberedWithoutAGap() {
        LIBRARY.of(LIAOCHENG).laws().values().forEach(law -> law.versions().forEach(version -> {
            List<Integer> numbers = version.articles().stream().map(Article::number).toList();
            assertThat(numbers).as(law.name()).isNotEmpty();
            for (int at = 0; at < numbers.size(); at++) {
                assertThat(numbers.get(at)).as(law.name()).isEqualTo(at + 1);
            }
        }));
    }
}
