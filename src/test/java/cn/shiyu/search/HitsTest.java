package cn.shiyu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HitsTest {

    @Test
    void marksEachHitHoweverItIsSpelt() {
        assertThat(marked("东环路 ＬＥＤ路灯,led 灯", "led路")).isEqualTo("东环路 <mark>ＬＥＤ路</mark>灯,led 灯");
        assertThat(marked("路灯坏了,路灯不亮", "路灯")).isEqualTo("<mark>路灯</mark>坏了,<mark>路灯</mark>不亮");
        assertThat(marked("停 水三天", "停水")).isEqualTo("<mark>停 水</mark>三天");
    }

    @Test
    void showsScriptAsText() {
        assertThat(marked("<script>alert('路灯')</script>", "路灯 script"))
                .isEqualTo("&lt;<mark>script</mark>&gt;alert(&#39;<mark>路灯</mark>&#39;)&lt;/<mark>script</mark>&gt;");
    }

    @Test
    void withoutASearchNothingIsMarked() {
        assertThat(Hits.marked("路灯", SearchTerms.NONE).getValue()).isEqualTo("路灯");
        assertThat(Hits.excerpt("路灯", SearchTerms.of("电梯"))).isNull();
        assertThat(Hits.excerpt(null, SearchTerms.of("电梯"))).isNull();
    }

    @Test
    void showsAPieceOfALongTextAroundTheFirstHit() {
        String text = "前".repeat(300) + "路灯" + "后".repeat(300);
        assertThat(Hits.excerpt(text, SearchTerms.of("路灯"))).startsWith("…前").contains("前路灯后").endsWith("后…").hasSize(66);
    }

    @Test
    void marksAnyPieceOfAnyText() {
        Random random = new Random(17);
        for (int round = 0; round < 500; round++) {
            String text = random.ints(40, 0, 12).mapToObj(i -> "路灯😀𠮷aBＣ1 ２&<é".codePoints().boxed().toList().get(i))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            int from = text.offsetByCodePoints(0, random.nextInt(20));
            String piece = text.substring(from, text.offsetByCodePoints(from, 8)).strip();
            assertThat(marked(text, '"' + piece + '"')).as("%s in %s", piece, text).contains("<mark>");
        }
    }

    private static String marked(String text, String typed) {
        return Hits.marked(text, SearchTerms.of(typed)).getValue();
    }
}
