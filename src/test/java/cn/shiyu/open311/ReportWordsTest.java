package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportWordsTest {

    private static final Service LIGHTS = new Service("urban.streetlight", "路灯照明", "", "", List.of(), List.of());

    @Test
    void theFirstSentenceIsTheTitleAndTheWordsStayWhole() {
        ReportWords words = words("description", "东环路路灯不亮。已经三天了。");
        assertThat(words.title()).isEqualTo("东环路路灯不亮");
        assertThat(words.body()).isEqualTo("东环路路灯不亮。已经三天了。");
    }

    @Test
    void aLongSentenceIsShortenedInTheTitleAloneAndBetweenCharacters() {
        String told = "𠮷".repeat(200);
        assertThat(words("description", told).title()).isEqualTo("𠮷".repeat(39) + "…");
        assertThat(words("description", told).body()).isEqualTo(told);
    }

    @Test
    void theServiceStandsInForWhatIsMissing() {
        assertThat(words().title()).isEqualTo("路灯照明");
        assertThat(words().body()).contains("路灯照明").hasSizeGreaterThanOrEqualTo(5);
        assertThat(words("description", "不亮").body()).isEqualTo("路灯照明：不亮");
        assertThat(words("description", "。。").title()).isEqualTo("。。");
    }

    @Test
    void familyNamesStandWhereTheyBelong() {
        assertThat(words("first_name", "小明", "last_name", "王").name()).isEqualTo("王小明");
        assertThat(words("first_name", "Ada", "last_name", "Byron").name()).isEqualTo("Ada Byron");
        assertThat(words("last_name", "王").name()).isEqualTo("王");
        assertThat(words().name()).isNull();
    }

    private static ReportWords words(String... sent) {
        Map<String, List<String>> form = new HashMap<>();
        for (int i = 0; i < sent.length; i += 2) {
            form.put(sent[i], List.of(sent[i + 1]));
        }
        return ReportWords.of(ReportForm.of(form), LIGHTS, ReportAnswers.of(LIGHTS, Map.of()));
    }
}
