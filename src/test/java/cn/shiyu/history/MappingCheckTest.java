package cn.shiyu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingCheckTest {

    private static final String GOOD = """
            source: {code: mailbox}
            id: a
            time: {column: b}
            words: c
            """;

    private static List<FieldError> faults(String mapping) {
        return MappingCheck.faults(
                MappingFile.read(mapping), LineCheckTest.CITY, LineCheckTest.CODES, List.of("a", "b", "c", "d", "d"));
    }

    @Test
    void findsNothingWrongWithTheLeastThereCanBe() {
        assertThat(faults(GOOD)).isEmpty();
        assertThat(faults("{\"source\": {\"code\": \"x1\"}, \"id\": \"a\", \"time\": {\"column\": \"b\"}, \"words\": \"c\"}")).isEmpty();
    }

    @Test
    void namesEachKeyThatIsMissing() {
        assertThat(faults("unanswered: queue")).extracting(FieldError::field).containsExactly("source.code", "id", "words", "time.column");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "subject: e | subject",
        "subject: d | subject",
        "kind: {column: d, values: {x: NONSENSE}} | kind.values.x",
        "category: {default: nowhere} | category.default",
        "category: {keywords: {路灯: nowhere}} | category.keywords.路灯",
        "region: {default: '371500000000'} | region.default",
        "visibility: {default: 公开} | visibility.default",
        "unanswered: later | unanswered",
        "reply: {words: c} | reply.time.column",
        "reply: {words: c, time: {column: b, format: QQQQQQ}} | reply.time.format",
        "reply: {words: c, time: {column: b, zone: Mars}} | reply.time.zone",
        "reply: {words: c, time: {column: b}, unit: {default: C341282000000}} | reply.unit.default",
        "delimiter: '::' | delimiter"
    })
    void namesTheKeyOfEachFault(String more, String key) {
        assertThat(faults(GOOD + more)).extracting(FieldError::field).contains(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "colour: red | colour", "reply: {word: c} | reply.word", "time: b | time", "id: {x: y} | id", "id: [ | id", "%x | mapping", "'' | mapping"
    })
    void saysWhereAMappingCannotBeRead(String text, String key) {
        assertThatThrownBy(() -> MappingFile.read(text)).isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.errors()).extracting(FieldError::field).containsExactly(key));
    }

    @Test
    void draftsAMappingThatOnlyLacksItsSource() {
        String draft = MappingDraft.of(
                List.of("编号", "留言时间", "主题", "内容", "答复", "答复时间", "备 注"),
                List.of("1", "2019/4/5 8:03", "", "", "", "", ""), ',', List.of());
        ImportMapping mapping = MappingFile.read(draft);
        assertThat(mapping.time()).isEqualTo(new ImportMapping.Time("留言时间", "yyyy/M/d H:mm", null));
        assertThat(mapping.reply().words()).isEqualTo("答复");
        assertThat(mapping.unused(List.of("编号", "备 注"))).containsExactly("备 注");
        assertThat(MappingCheck.faults(mapping, LineCheckTest.CITY, LineCheckTest.CODES, null))
                .extracting(FieldError::field).containsExactly("source.code");
    }
}
