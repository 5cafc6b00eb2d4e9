package cn.shiyu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shiyu.casework.CaseKind;
import cn.shiyu.casework.PastCase;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.Visibility;
import cn.shiyu.category.CategoryTrees;
import cn.shiyu.organisation.UnitDirectories;
import cn.shiyu.region.RegionTrees;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TestCities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineCheckTest {

    static final City CITY = TestCities.jieshou();
    static final CityCodes CODES =
            CityCodes.of(CategoryTrees.of(CITY), RegionTrees.of(CITY), UnitDirectories.of(CITY));

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final List<String> HEADER =
            List.of("编号", "时间", "标题", "内容", "类别", "地区", "公开", "答复", "答复时间", "单位", "评价", "赞", "用户");

    private static final String MAPPING = """
            source: {code: mailbox, name: 书记信箱}
            id: 编号
            time: {column: 时间, format: "yyyy/M/d H:mm"}
            subject: 标题
            words: 内容
            person: 用户
            likes: 赞
            category:
              column: 类别
              values: {老类: urban.road-damage}
              keywords: {路灯: urban.streetlight, 井盖: urban.manhole}
            region: {column: 地区, values: {A3区: "341282001000"}}
            visibility: {column: 公开, values: {是: PUBLIC, 否: CONFIDENTIAL}, default: PUBLIC}
            reply:
              words: 答复
              time: {column: 答复时间}
              unit: {column: 单位, values: {城管: D-urban-management}}
              rating: {column: 评价}
            unanswered: queue
            board: true
            """;

    private static PastLine look(String text) {
        return look(MAPPING, text);
    }

    private static PastLine look(String mapping, String text) {
        return new LineCheck(CITY, CODES, MappingFile.read(mapping), HEADER, UUID.randomUUID(), NOW)
                .look(new CsvRecord(7, text, false));
    }

    @Test
    void readsAMessageAndItsAnswer() {
        PastLine line = look("17,2019/4/5 8:03,路坏了,路面坑洼,老类,A3区,是,已修好。,2019-04-09T10:00:00,城管,基本满意,3,A001");
        assertThat(line.faults()).isEmpty();
        PastCase past = line.past();
        assertThat(past.at()).isEqualTo("2019-04-05T00:03:00Z");
        assertThat(past.category()).isEqualTo("urban.road-damage");
        assertThat(past.region()).isEqualTo("341282001000");
        assertThat(past.answer()).isEqualTo(new PastCase.Answer(
                "已修好。", Instant.parse("2019-04-09T02:00:00Z"), "D-urban-management", "城管", RatingLevel.BASICALLY_SATISFIED));
        assertThat(past.likes()).isEqualTo(3);
        assertThat(past.open()).isFalse();
        assertThat(past.published()).isTrue();
        assertThat(line.person()).isEqualTo("A001");
    }

    @Test
    void makesNothingUpWhereTheSourceSaysNothing() {
        PastCase past = look("18,2019/4/5 8:03,,某处有事,,,,,,,,,").past();
        assertThat(past.answer()).isNull();
        assertThat(past.open()).isTrue();
        assertThat(past.category()).isNull();
        assertThat(past.region()).isEqualTo("341282000000");
        assertThat(past.kind()).isEqualTo(CaseKind.REQUEST);
        assertThat(past.subject()).isEqualTo("某处有事");
        assertThat(past.anonymous()).isFalse();
    }

    @Test
    void showsFewWhatNobodyCalledPublic() {
        String silent = MAPPING.replaceFirst("(?m)^visibility:.*$", "");
        PastCase past = look(silent, "18,2019/4/5 8:03,,某处有事,,,,,,,,,").past();
        assertThat(past.visibility()).isEqualTo(Visibility.CONFIDENTIAL);
        assertThat(past.published()).isFalse();
    }

    @Test
    void decidesByKeywordsOnlyWhereTheColumnIsEmpty() {
        assertThat(look("1,2019/4/5 8:03,,门口路灯不亮,,,,,,,,,").past().category()).isEqualTo("urban.streetlight");
        assertThat(look("1,2019/4/5 8:03,,门口路灯不亮,老类,,,,,,,,").past().category()).isEqualTo("urban.road-damage");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1,2019/4/5 8:03,题,  ,,,,,,,,, | words | 空的",
        ",2019/4/5 8:03,题,有事,,,,,,,,, | id | 空的",
        "1,2019/2/30 8:03,题,有事,,,,,,,,, | time | 不是时间",
        "1,昨天,题,有事,,,,,,,,, | time | 不是时间",
        "1,,题,有事,,,,,,,,, | time | 没有时间",
        "1,2031/4/5 8:03,题,有事,,,,,,,,, | time | 晚于现在",
        "1,2019/4/5 8:03,题,有事,没有的类,,,,,,,, | category | category.values",
        "1,2019/4/5 8:03,题,有事,,火星,,,,,,, | region | 火星",
        "1,2019/4/5 8:03,题,有事,,,也许,,,,,, | visibility | 也许",
        "1,2019/4/5 8:03,题,有事,,,,已办,,,,, | reply.time | 没有时间",
        "1,2019/4/5 8:03,题,有事,,,,已办,2018-01-01,,,, | reply.time | 早于反映",
        "1,2019/4/5 8:03,题,有事,,,,已办,2020-01-01,,很好,, | reply.rating | 很好",
        "1,2019/4/5 8:03,题,有事,,,,,,,,多, | likes | 整数",
        "1,2019/4/5 8:03,题,有事 | line | 13 列",
        "1,2019/4/5 8:03,题,有\u0000事,,,,,,,,, | words | 控制字符",
        "1,2019/4/5 8:03,题,\uFFFD\uFFFD有事,,,,,,,,, | words | 损坏",
        "1,2019/4/5 8:03,题,锟斤拷锟斤拷,,,,,,,,, | words | 损坏"
    })
    void refusesWithTheFieldAndTheReason(String text, String field, String reason) {
        PastLine line = look(text);
        assertThat(line.isGood()).isFalse();
        assertThat(line.faults()).filteredOn(LineFault::refused).hasSize(1).first().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void takesWhatIsLongerThanResidentsMayWriteAndRefusesToCut() {
        String long6999 = "字".repeat(6_999);
        assertThat(look("1,2019/4/5 8:03,题," + long6999 + ",,,,,,,,,").past().body()).isEqualTo(long6999);
        assertThat(look("1,2019/4/5 8:03,题," + "字".repeat(20_001) + ",,,,,,,,,").faults())
                .extracting(LineFault::field, LineFault::refused)
                .containsExactly(tuple("words", true));
    }

    @Test
    void takesALostCharacterWithARemarkAndAnOfficeOfOldByItsName() {
        PastLine line = look("1,2019/4/5 8:03,题,小区门口的路灯已经\uFFFD天不亮了请尽快派人来修一修,,,,已修好。,2019-04-09,老城建局,,,");
        assertThat(line.isGood()).isTrue();
        assertThat(line.faults()).extracting(LineFault::field, LineFault::refused)
                .containsExactly(tuple("words", false), tuple("reply.unit", false));
        assertThat(line.past().answer().unit()).isNull();
        assertThat(line.past().answer().unitName()).isEqualTo("老城建局");
    }

    @Test
    void tellsTheSameMessageFromAChangedOne() {
        String same = "17,2019/4/5 8:03,路坏了,路面坑洼,老类,A3区,是,,,,,3,A001";
        assertThat(look(same).digest())
                .isEqualTo(look(same.replace("老类", "").replace(",3,", ",9,")).digest())
                .isNotEqualTo(look(same.replace("坑洼", "坑洼!")).digest());
    }
}
