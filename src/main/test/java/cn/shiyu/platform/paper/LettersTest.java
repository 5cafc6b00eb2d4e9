package cn.shiyu.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Papers;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No letter vanishes from a paper. */
class LettersTest {

    @Test
    void namesALetterThatNeitherFontHasByItsCode() {
        assertThat(Letters.shown("𠮷野家")).isEqualTo("〔U+20BB7〕野家");
        assertThat(Letters.shown("王镕喆 A-1，3000.00元")).isEqualTo("王镕喆 A-1，3000.00元");
    }

    @Test
    void writesLatinAndChineseOnOnePaper() throws IOException {
        byte[] paper = new Paper("标题 Title", "脚注").heading("一、Heading").text("第一行 one\n第二行 two")
                .table(List.of("甲", "乙"), List.of(List.of("a1", "第三行"))).bytes();
        assertThat(Papers.text(paper)).contains("标题", "Title", "第一行", "two", "a1", "第三行", "脚注", "第 1 页");
    }
}
