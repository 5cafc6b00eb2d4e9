package cn.shiyu.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.law.LawCatalogue.Edition;
import cn.shiyu.law.LawCatalogue.Entry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A law that was amended, and later ended. */
class LawVersionsTest {

    private static final Map<String, String> FILES = Map.of(
            "old.md", "# 养犬规定\n\n> 旧\n\n## 第一章 总则\n\n第一条 遛犬应当牵绳。\n\n（一）白天；\n\n第二条 本规定自公布之日起施行。",
            "new.md", "# 养犬规定\n\n第一条 遛犬应当牵绳并戴口套。");
    private static final LocalDate AMENDED = LocalDate.of(2024, 7, 1);
    private static final LocalDate ENDED = LocalDate.of(2026, 1, 1);

    private static final Law LAW = new LawCatalogue(
                    List.of(new Entry("dogs", "养犬规定", "养犬规定", LawLevel.LOCAL, List.of(
                            new Edition(AMENDED, AMENDED, ENDED, "new.md"),
                            new Edition(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 3, 1), null, "old.md")))),
                    null)
            .read(file -> new ByteArrayInputStream(FILES.get(file).getBytes(StandardCharsets.UTF_8)))
            .get(0);

    @Test
    void readsAsItDidOnTheDay() {
        assertThat(textOn(AMENDED.minusDays(1))).isEqualTo("遛犬应当牵绳。\n（一）白天；");
        assertThat(textOn(AMENDED)).isEqualTo("遛犬应当牵绳并戴口套。");
        assertThat(LAW.on(AMENDED.minusDays(1)).ended()).isEqualTo(AMENDED);
    }

    @Test
    void isShownAsEndedAfterItsEnd() {
        assertThat(LAW.on(ENDED.minusDays(1)).inForce(ENDED.minusDays(1))).isTrue();
        assertThat(textOn(ENDED)).isEqualTo("遛犬应当牵绳并戴口套。");
        assertThat(LAW.on(ENDED).inForce(ENDED)).isFalse();
    }

    @Test
    void isNotFoundOutsideItsDays() {
        LawIndex index = new LawIndex(List.of(LAW), EverydayWords.NONE);
        assertThat(index.find("牵绳", on(LocalDate.of(2020, 2, 1)), 5, LawIndex.Weights.TUNED)).isEmpty();
        assertThat(index.find("牵绳", on(AMENDED), 5, LawIndex.Weights.TUNED))
                .extracting(hit -> hit.version().dated())
                .containsExactly(AMENDED);
        assertThat(index.find("牵绳", on(ENDED), 5, LawIndex.Weights.TUNED)).isEmpty();
    }

    private static LawFilter on(LocalDate day) {
        return new LawFilter(day, null, null);
    }

    private static String textOn(LocalDate day) {
        return LAW.on(day).article(1).orElseThrow().text();
    }
}
