package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardDraftTest {

    @ParameterizedTest
    @CsvSource({
        "请打13800009001找我, 请打***找我",
        "电话 138 0000 9001, 电话 ***",
        "座机0558-4812345没人接, 座机***没人接",
        "身份证341282199001011234, 身份证***",
        "证号34128219900101123X丢了, 证号***丢了",
        "卡号6222 0213 0200 1234 567, 卡号***",
        "邮箱a.b@example.cn, 邮箱***",
        "微信号:abc_12345, ***",
        "皖K12345乱停, ***乱停",
        "新能源车皖KD12345挡路, 新能源车***挡路"
    })
    void blotsOutNumbersThatLeadToAPerson(String words, String draft) {
        assertThat(BoardDraft.of(words)).isEqualTo(draft);
    }

    @ParameterizedTest
    @CsvSource({"幸福路12号3栋2单元", "2026年11月23日10:05停水", "12345热线", "欠薪15000元"})
    void leavesOtherNumbersAlone(String words) {
        assertThat(BoardDraft.of(words)).isEqualTo(words);
    }
}
