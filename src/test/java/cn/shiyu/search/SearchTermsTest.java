package cn.shiyu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

    @Test
    void wordsApartMustAllOccur() {
        assertThat(SearchTerms.of(" 东环路　路灯 路灯 ").words()).containsExactly("东环路", "路灯");
    }

    @Test
    void inQuotationMarksSeveralWordsAreOne() {
        assertThat(SearchTerms.of("\"No. 12\" “人民 路” 灯").words()).containsExactly("No. 12", "人民 路", "灯");
        assertThat(SearchTerms.of("\"没有 关上").words()).containsExactly("没有 关上");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \u3000\t", "\"\"", "\u200b", "“ ”"})
    void nothingTypedLooksForNothing(String typed) {
        assertThat(SearchTerms.of(typed)).isEqualTo(SearchTerms.NONE);
    }

    @Test
    void refusesWhatIsTooLongNamingTheField() {
        assertThat(SearchTerms.of("😀".repeat(100)).words()).hasSize(1);
        refuses("长".repeat(4000), "最多 100 字");
        refuses("a b c d e f g h i", "最多查找 8 个词");
        refuses("路\0灯", "无法识别的字符");
    }

    @Test
    void oneCharacterIsNoPair() {
        assertThat(SearchTerms.of("水 路灯").requirePair().words()).hasSize(2);
        assertThat(SearchTerms.of("㎡").requirePair().words()).as("stands for m2").containsExactly("㎡");
        assertThatThrownBy(() -> SearchTerms.of("水 灯").requirePair()).satisfies(SearchTermsTest::namesTheField);
    }

    private static void refuses(String typed, String why) {
        assertThatThrownBy(() -> SearchTerms.of(typed)).satisfies(SearchTermsTest::namesTheField).satisfies(it ->
                assertThat(((Refusal) it).errors().get(0).message()).contains(why));
    }

    private static void namesTheField(Throwable thrown) {
        assertThat(SearchTerms.isFaulty(thrown)).isTrue();
        assertThat(((Refusal) thrown).status()).isEqualTo(422);
    }
}
