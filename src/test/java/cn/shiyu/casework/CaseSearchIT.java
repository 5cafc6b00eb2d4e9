package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Desk;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Life;
import cn.shiyu.support.Person;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search by words in the three lists. Each test looks for words that no other case has. */
@QuarkusTest
class CaseSearchIT {

    private Phone resident;

    @BeforeEach
    void signIn() {
        resident = Phone.in("jieshou");
    }

    private String says(String body) {
        return resident.sends(resident.words("body", body)).then().statusCode(201).extract().path("number");
    }

    private static String queue(Desk desk, String query, String q) {
        return desk.ask().queryParam("q", q).get("/console" + query).then().statusCode(200).extract().asString();
    }

    private static List<String> board(String q) {
        return Ask.in("jieshou").queryParam("q", q).get("/mini/v1/board").then().statusCode(200).extract().path("items.number");
    }

    @Test
    void staffFindACaseByItsWordsHoweverSpelt() {
        String number = says("琥珀苑 12 号楼 ＬＥＤ 灯坏了,晚上看不清。");
        for (String q : List.of("琥珀苑", "珀苑12号", "led灯", "看不清 琥珀", "\"琥珀苑 12 号楼\"", "ＬＥｄ 琥珀", "苑")) {
            assertThat(queue(Life.DISPATCHER, "", q)).as(q).contains(number);
        }
        assertThat(queue(Life.DISPATCHER, "", "琥珀苑")).contains("<mark>琥珀苑</mark>", "value=\"琥珀苑\"");
        for (String q : List.of("琥珀花", "苑琥珀", "琥珀苑 电梯", "\"晚上 灯坏了\"")) {
            assertThat(queue(Life.DISPATCHER, "", q)).as(q).doesNotContain(number).contains("没有找到");
        }
    }

    @Test
    void aCaseThatIsOverIsFoundAmongThoseThatAre() {
        String number = Life.closed(says("玛瑙巷口的井盖松动,有人绊倒。"));
        assertThat(queue(Life.DISPATCHER, "?tab=over", "玛瑙巷")).contains(number, "<mark>玛瑙巷</mark>");
        assertThat(queue(Life.HANDLER, "?tab=over", "玛瑙巷 井盖")).contains(number);
        assertThat(queue(Life.DISPATCHER, "", "玛瑙巷")).doesNotContain(number).contains("tab=over&amp;q=");
    }

    @Test
    void aUnitThatDoesNotWorkOnACaseDoesNotFindIt() {
        String number = Life.dispatched(says("珊瑚里停车位被占。"));
        assertThat(queue(Life.HANDLER, "", "珊瑚里")).contains(number);
        Desk other = Desk.of("jieshou", "zj-handler1");
        assertThat(queue(other, "", "珊瑚里")).doesNotContain(number);
        other.ask().queryParam("q", "珊瑚里").get("/console?unit=D-urban-management").then().statusCode(404);
    }

    @Test
    void whatIsConfidentialIsNotFoundOnTheBoardNorByCentresAbove() {
        String number = says("碧玺坊有人举报,不想让人知道。");
        assertThat(board("碧玺坊")).as("before anything is published").isEmpty();
        Life.DISPATCHER.does(number, "acceptance", "category", "urban.streetlight", "grade", "NORMAL", "visibility", "PUBLIC");
        Life.DISPATCHER.does(number, "publication", "boardSubject", "有人反映情况", "boardText", "群众反映翠屏坊的情况,已经转办。");
        assertThat(board("翠屏坊")).containsExactly(number);
        assertThat(board("碧玺坊")).as("words that the public copy leaves out").isEmpty();
        assertThat(Ask.in("jieshou").accept("text/html").queryParam("q", "翠屏坊").get("/board").asString())
                .contains(number, "<mark>翠屏坊</mark>");
        Life.DISPATCHER.does(number, "classification", "category", "urban.streetlight", "grade", "NORMAL", "visibility", "CONFIDENTIAL");
        assertThat(board("翠屏坊")).as("after it became confidential").isEmpty();
        assertThat(Phone.in("jieshou").ask().queryParam("q", "碧玺坊").get("/mini/v1/cases").<List<String>>path("items.number")).isEmpty();
    }

    @Test
    void aCaseIsNeverFoundInAnotherCity() {
        String number = Life.closed(says("水晶湾路灯不亮。"));
        Life.DISPATCHER.does(number, "publication", "boardSubject", "水晶湾路灯", "boardText", "水晶湾路灯不亮,已修。");
        assertThat(board("水晶湾")).containsExactly(number);
        assertThat(Ask.in("liaocheng").queryParam("q", "水晶湾").get("/mini/v1/board").<List<String>>path("items.number")).isEmpty();
        Desk elsewhere = Desk.of("liaocheng", "dispatcher1");
        for (String query : List.of("", "?tab=over", "?scope=BELOW", "?scope=BELOW&tab=over")) {
            assertThat(queue(elsewhere, query, "水晶湾")).as(query).doesNotContain(number);
        }
        assertThat(Phone.in("liaocheng").ask().queryParam("q", "水晶湾").get("/mini/v1/cases").<List<String>>path("items.number")).isEmpty();
    }

    @Test
    void aResidentFindsTheirOwnAloneEvenByOneLetterOrTheNumber() {
        String number = says("珍珠岛的码头漏油。");
        for (String q : List.of("珍珠岛", "岛", "码头 漏油", number.toLowerCase())) {
            resident.ask().queryParam("q", q).get("/mini/v1/cases").then().statusCode(200).body("items.number", hasItem(number));
            assertThat(Phone.in("jieshou").ask().queryParam("q", q).get("/mini/v1/cases").<List<String>>path("items.number")).isEmpty();
        }
        assertThat(resident.ask().queryParam("q", "没说过").get("/mini/v1/cases").<List<String>>path("items.number")).isEmpty();
    }

    @Test
    void pagesHaveNeitherDoublesNorGaps() throws SQLException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 27; i++) {
            all.add(0, says("孔雀石街第 " + i + " 号有积水。"));
        }
        closeAndSpreadOverFourYears(all);
        List<String> found = new ArrayList<>();
        String page = queue(Life.DISPATCHER, "?tab=over", "孔雀石街");
        for (String next = ""; next != null; ) {
            found.addAll(all.stream().filter(page::contains).toList());
            String link = page.replaceAll("(?s).*<a[^>]*sy-pager-next[^>]*href=\"([^\"]*)\".*|.*", "$1").replace("&amp;", "&");
            next = link.isEmpty() ? null : link;
            page = next == null ? page : Life.DISPATCHER.ask().urlEncodingEnabled(false).get(next).asString();
        }
        assertThat(found).containsExactlyElementsOf(all);
    }

    /** Past the application: they were submitted two months apart, the newest last month. */
    private static void closeAndSpreadOverFourYears(List<String> newestFirst) throws SQLException {
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            for (int i = 0; i < newestFirst.size(); i++) {
                Databases.column(
                        database,
                        "update case_file set status = 'CLOSED', closed_at = now(), submitted_at = submitted_at - ? * interval '61 days'"
                                + " where number = ? returning number",
                        i,
                        newestFirst.get(i));
            }
        }
    }

    @Test
    void wordsThatChangeAreFoundAsTheyAreNow() throws SQLException {
        String number = says("月光石路停水。");
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            Databases.column(database, "update case_file set body = '日光石路停水。' where number = ? returning number", number);
        }
        assertThat(queue(Life.DISPATCHER, "", "月光石")).doesNotContain(number);
        assertThat(queue(Life.DISPATCHER, "", "日光石")).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\"", "\\", "%%__", "' or 1=1 --", "😀", "\uFFFD", "{}", "$1 ?1", "\"\"\"", "<script>alert(1)</script>"})
    void wildInputIsLookedForAsItIs(String q) {
        for (Response answer : List.of(
                Life.DISPATCHER.ask().queryParam("q", q).get("/console"),
                Life.DISPATCHER.ask().queryParam("q", q).get("/console?tab=over"),
                Ask.in("jieshou").accept("text/html").queryParam("q", q).get("/board"),
                Ask.in("jieshou").queryParam("q", q).get("/mini/v1/board"),
                resident.ask().queryParam("q", q).get("/mini/v1/cases"))) {
            assertThat(answer.statusCode()).isIn(200, 422);
            assertThat(answer.asString()).doesNotContain("<script>alert", "Exception");
        }
    }

    @Test
    void whatCannotBeLookedForIsRefusedNamingTheField() {
        for (String q : List.of("长".repeat(400), "路\0灯", "a b c d e f g h i")) {
            Ask.in("jieshou").queryParam("q", q).get("/mini/v1/board").then().statusCode(422).body("errors.field", hasItem("q"));
            resident.ask().queryParam("q", q).get("/mini/v1/cases").then().statusCode(422).body("errors.field", hasItem("q"));
            for (Response page : List.of(
                    Ask.in("jieshou").accept("text/html").queryParam("q", q).get("/board"),
                    Ask.in("jieshou", "resident1").accept("text/html").queryParam("q", q).get("/cases"),
                    Life.DISPATCHER.ask().queryParam("q", q).get("/console"))) {
                assertThat(page.statusCode()).isEqualTo(422);
                assertThat(page.asString()).contains("id=\"f-q-error\"");
            }
        }
        Ask.in("jieshou").queryParam("q", "水").get("/mini/v1/board").then().statusCode(422).body("errors.field", hasItem("q"));
    }

    /** By keyboard, on a phone of 360 pixels: hits, nothing found, and what was refused. */
    @Test
    void thePagesAreForEverybody() {
        String number = Life.accepted(says("紫晶苑的路灯坏了,麻烦看看。"));
        Life.DISPATCHER.does(number, "publication", "boardSubject", "紫晶苑路灯", "boardText", "紫晶苑路灯坏了。");
        try (Person anyone = new Person("jieshou", Hands.KEYBOARD, 360)) {
            anyone.opens("/board").fills("#f-q", "紫晶苑").presses("form.sy-filter .btn").finds("紫晶苑").looks("search-board");
            assertThat(anyone.sees("main mark")).isTrue();
            assertThat(anyone.attribute("#f-q", "value")).isEqualTo("紫晶苑");
            anyone.opens("/board?q=%E6%97%A0%E6%AD%A4%E4%BA%8B").finds("没有找到").looks("search-board-none");
            anyone.opens("/board?q=%E6%B0%B4").finds("请至少输入两个字").looks("search-board-refused");
        }
        try (Person staff = new Person("jieshou", Hands.KEYBOARD, 360)) {
            staff.signsIn("dispatcher1", "/console").fills("#f-q", "紫晶苑 路灯").presses("form.sy-filter .btn").looks("search-queue");
            assertThat(staff.sees(".desk-excerpt mark")).isTrue();
            staff.opens("/console?q=%E6%97%A0%E6%AD%A4%E4%BA%8B").finds("在已办完的里面找").looks("search-queue-none");
        }
        try (Person own = new Person("jieshou", Hands.KEYBOARD, 360)) {
            own.signsIn("resident2", "/cases?q=%E6%97%A0%E6%AD%A4%E4%BA%8B").finds("没有找到").looks("search-mine-none");
        }
    }
}
