package cn.shiyu.moralbank.volunteering;

import static cn.shiyu.mediation.Table.html;
import static cn.shiyu.mediation.Table.page;
import static cn.shiyu.mediation.Table.pageIn;
import static cn.shiyu.mediation.Table.post;
import static cn.shiyu.mediation.Table.postIn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.EarnBank;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A volunteer activity from its draft to the points, and who may not touch it. */
@QuarkusTest
class ActivityIT {

    private static final String DESK = "/console/bank/activities";
    private static final String PLACE = "/bank/activities/";

    private static final String ODDITIES = "/console/bank/oddities";

    @Inject
    EarnBank bank;

    @Inject
    PlacesLeft left;

    @Inject
    TenantSql sql;

    @BeforeEach
    void opens() {
        bank.opens("resident1", "resident2");
    }

    @Test
    void goesFromTheDraftToThePoints() throws SQLException {
        String id = published("5");
        assertThat(page("resident1", "/bank/activities?township=341282001000")).contains("清理河岸");
        post("resident1", PLACE + id + "/place").statusCode(303);
        post("resident2", PLACE + id + "/place").statusCode(303);
        assertThat(post("resident1", PLACE + id + "/place").statusCode(409).extract().asString()).contains("您已经报过名了");
        runs(id);
        assertThat(page("resident1", PLACE + id)).contains("扫码签到");
        String code = code(id, "IN");
        assertThat(page("resident1", PLACE + id + "/check?d=IN&c=" + code)).contains("value=\"" + code + "\"");
        post("resident1", PLACE + id + "/check", "direction", "IN", "code", code).statusCode(303);
        assertThat(post("resident1", PLACE + id + "/check", "direction", "IN", "code", code).statusCode(409).extract().asString())
                .contains("您已经签到了");
        post("resident2", PLACE + id + "/check", "direction", "OUT", "code", code(id, "OUT")).statusCode(409);
        minutesAgo(id, 100);
        post("resident1", PLACE + id + "/check", "direction", "OUT", "code", code(id, "OUT")).statusCode(303);
        post("organiser1", DESK + "/" + id + "/hours").statusCode(409);
        ends(id);
        String other = bank.resident("resident2");
        String own = bank.resident("resident1");
        assertThat(post("organiser1", DESK + "/" + id + "/hours", "person", other, "minutes-" + other, "60", "because-" + other, "")
                        .statusCode(422).extract().asString())
                .contains("与签到签退不同的，请写明原因");
        post("organiser1", DESK + "/" + id + "/hours", "person", other, "minutes-" + other, "60", "because-" + other, "手机没电")
                .statusCode(303);
        post("organiser1", DESK + "/" + id + "/hours").statusCode(409);
        assertThat(page("resident1", PLACE + id)).contains("确认 100 分钟");
        assertThat(page("resident2", PLACE + id)).contains("确认 60 分钟");
        assertThat(points(id, own)).isPositive();
        assertThat(booked(id)).isEqualTo(points(id, own) + points(id, other));
        assertThat(page("resident1", "/notices")).contains("清理河岸").contains("积分");
        assertThat(page("organiser1", DESK + "/" + id)).contains("说明：手机没电");
    }

    @Test
    void aCodeIsGoodForItsActivityDirectionAndMoment() throws SQLException {
        String one = published("5");
        String other = published("5");
        for (String id : List.of(one, other)) {
            post("resident1", PLACE + id + "/place").statusCode(303);
        }
        pageIn("jieshou", "organiser1", DESK + "/" + one + "/screen?d=IN").then().statusCode(409);
        runs(one);
        runs(other);
        assertThat(page("organiser1", DESK + "/" + one + "/screen?d=IN")).contains("<svg", "hx-trigger=\"every 5s\"")
                .containsPattern("earn-digits\">[0-9]{6}<");
        String code = code(one, "IN");
        wrong(one, "IN", code(other, "IN"));
        wrong(one, "IN", code(one, "OUT"));
        wrong(one, "IN", "");
        wrong(one, "IN", old(one));
        post("resident2", PLACE + one + "/check", "direction", "IN", "code", code).statusCode(409);
        post("organiser1", PLACE + one + "/check", "direction", "IN", "code", code).statusCode(403);
        post("resident1", PLACE + one + "/check", "direction", "IN", "code", code(one, "IN")).statusCode(303);
    }

    private static void wrong(String id, String direction, String code) {
        assertThat(post("resident1", PLACE + id + "/check", "direction", direction, "code", code).statusCode(422).extract().asString())
                .contains("请看屏幕上现在的六位数字");
    }

    @Test
    void theLastPlaceGoesToOneAndWhoWaitsMovesUp() throws SQLException {
        String id = published("1");
        List<Integer> answers = Stream.of("resident1", "resident2")
                .map(login -> CompletableFuture.supplyAsync(() -> post(login, PLACE + id + "/place").extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactly(303, 303);
        try (Connection database = Databases.asSuperuser()) {
            assertThat(states(database, id)).containsExactly("SIGNED", "WAITING");
            String waiting = Databases.column(
                            database, "select resident_id::text from volunteer_place where activity_id = ?::uuid and state = 'WAITING'", id)
                    .get(0);
            String first = waiting.equals(bank.resident("resident1")) ? "resident2" : "resident1";
            String second = first.equals("resident1") ? "resident2" : "resident1";
            assertThat(page(second, PLACE + id)).contains("前面还有 0 人");
            post(first, PLACE + id + "/withdrawal").statusCode(303);
            assertThat(page(second, "/notices")).contains("有名额了");
            assertThat(states(database, id)).containsExactly("SIGNED", "WITHDRAWN");
        }
    }

    @Test
    void theDatabaseItselfHasNoRoomForOneMore() throws SQLException {
        String id = published("1");
        post("resident1", PLACE + id + "/place").statusCode(303);
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Databases.column(
                            database,
                            "insert into volunteer_place (tenant_id, activity_id, resident_id, state, called_sealed, signed_at)"
                                    + " values ('jieshou', ?::uuid, ?::uuid, 'SIGNED', '', now()) returning state",
                            id, UUID.randomUUID().toString()))
                    .hasMessageContaining("volunteer_activity_room");
        }
    }

    @Test
    void cancellingTellsEverybodyWhoSignedUp() {
        String id = published("5");
        post("resident1", PLACE + id + "/place").statusCode(303);
        assertThat(post("organiser1", DESK + "/" + id + "/cancellation", "because", "").statusCode(422).extract().asString())
                .contains("请写明原因");
        post("organiser1", DESK + "/" + id + "/cancellation", "because", "暴雨预警").statusCode(303);
        assertThat(page("resident1", "/notices")).contains("取消了：暴雨预警");
        post("resident2", PLACE + id + "/place").statusCode(409);
    }

    @Test
    void whoIsNoMemberOrFromAnotherCityHasNoPart() {
        String id = published("5");
        pageIn("liaocheng", "resident1", PLACE + id).then().statusCode(404);
        postIn("liaocheng", "resident1", PLACE + id + "/place").statusCode(404);
        pageIn("liaocheng", "organiser1", DESK + "/" + id).then().statusCode(404);
        postIn("liaocheng", "organiser1", DESK + "/" + id + "/cancellation", "because", "x").statusCode(404);
        pageIn("liaocheng", "organiser1", DESK + "/" + id + "/screen?d=IN").then().statusCode(404);
        pageIn("jieshou", "organiser2", DESK + "/" + id).then().statusCode(404);
        pageIn("jieshou", "resident1", DESK + "/" + id).then().statusCode(403);
        html("liaocheng", "resident1").get("/bank/activities").then().statusCode(200);
        assertThat(pageIn("liaocheng", "resident1", "/bank/activities").asString()).doesNotContain("清理河岸");
    }

    @Test
    void aForgottenTimeIsSetByTheOrganiserWithAReason() throws SQLException {
        String id = published("5");
        post("resident1", PLACE + id + "/place").statusCode(303);
        runs(id);
        post("resident1", PLACE + id + "/check", "direction", "IN", "code", code(id, "IN")).statusCode(303);
        String whose = bank.resident("resident1");
        String path = DESK + "/" + id + "/people/" + whose + "/time";
        EarnBank.change(
                "update volunteer_activity set starts_at = date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai',"
                        + " ends_at = date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' + interval '23 hours',"
                        + " sign_up_until = now() - interval '1 day' where activity_id = ?::uuid", id);
        assertThat(post("organiser1", path, "from-" + whose, "09:00", "to-" + whose, "10:30", "why-" + whose, "").statusCode(422)
                        .extract().asString())
                .contains("请写明原因", "value=\"10:30\"", "#f-why-" + whose);
        post("organiser1", path, "from-" + whose, "10:00", "to-" + whose, "09:00", "why-" + whose, "反了").statusCode(422);
        post("organiser1", path, "from-" + whose, "09:00", "to-" + whose, "10:30", "why-" + whose, "忘了签退").statusCode(303);
        assertThat(page("organiser1", DESK + "/" + id)).contains("按签到签退 90 分钟", "说明：忘了签退");
        post("organiser2", path, "from-" + whose, "09:00", "to-" + whose, "10:30", "why-" + whose, "x").statusCode(404);
    }

    @Test
    void onePhoneForTwoIsShownAndDecidedByAPerson() throws SQLException {
        String id = published("5");
        for (String login : List.of("resident1", "resident2")) {
            post(login, PLACE + id + "/place").statusCode(303);
        }
        runs(id);
        bothBy("IN", id);
        minutesAgo(id, 30);
        bothBy("OUT", id);
        assertThat(page("organiser1", DESK + "/" + id)).contains("与别人同一部手机");
        ends(id);
        post("organiser1", DESK + "/" + id + "/hours").statusCode(303);
        assertThat(page("bank1", ODDITIES)).contains("与别人同一部手机");
        String odd = oddity(id, bank.resident("resident1"));
        String path = ODDITIES + "/" + odd;
        pageIn("jieshou", "organiser1", ODDITIES).then().statusCode(403);
        post("organiser1", path, "decision", "fine", "because", "x").statusCode(403);
        postIn("liaocheng", "bank1", path, "decision", "fine", "because", "x").statusCode(404);
        assertThat(post("bank1", path, "decision", "revoke", "because", "").statusCode(422).extract().asString()).contains("请填写内容");
        post("bank1", path, "decision", "revoke", "because", "本人说没有参加").statusCode(303);
        post("bank1", path, "decision", "fine", "because", "x").statusCode(409);
        assertThat(points(id, bank.resident("resident1"))).isZero();
        assertThat(points(id, bank.resident("resident2"))).as("nothing follows for the other by itself").isPositive();
        assertThat(page("resident1", "/notices")).contains("积分已收回：本人说没有参加");
    }

    static void bothBy(String direction, String id) {
        for (String login : List.of("resident1", "resident2")) {
            html("jieshou", login).cookie("bank-phone", "one-phone-for-two-people").formParam("idempotencyKey", UUID.randomUUID().toString())
                    .formParam("direction", direction).formParam("code", code(id, direction)).post(PLACE + id + "/check").then().statusCode(303);
        }
    }

    private static String oddity(String id, String resident) throws SQLException {
        try (Connection database = Databases.asSuperuser()) {
            return Databases.column(
                            database,
                            "select oddity_id from volunteer_oddity where activity_id = ?::uuid and resident_id = ?::uuid and kind = 'SAME_PHONE'",
                            id, resident)
                    .get(0);
        }
    }

    @Test
    void whoLeavesTheBankLeavesThePlaceToWhoWaits() throws SQLException {
        String id = published("1");
        post("resident1", PLACE + id + "/place").statusCode(303);
        post("resident2", PLACE + id + "/place").statusCode(303);
        UUID leaves = UUID.fromString(bank.resident("resident1"));
        BankRig.now(sql.inTx(BankRig.CITY, connection -> left.erase(connection, BankRig.CITY, leaves)));
        try (Connection database = Databases.asSuperuser()) {
            assertThat(states(database, id)).containsExactly("SIGNED");
            assertThat(Databases.column(database, "select 1 from volunteer_place where resident_id = ?::uuid", leaves.toString())).isEmpty();
        }
        assertThat(page("resident2", PLACE + id)).contains("已报名");
    }

    @Test
    void aDraftIsItsOrganisersAloneAndNamesWhatIsMissing() {
        String draft = drafted("5");
        pageIn("jieshou", "resident1", PLACE + draft).then().statusCode(404);
        assertThat(post("organiser1", DESK, "unit", "C341282001001", "title", "只有名称").statusCode(422).extract().asString())
                .contains("请选择活动种类", "请填写地点", "value=\"只有名称\"");
        post("organiser1", DESK, "unit", "D-civil-affairs", "title", "x").statusCode(403);
        String path = DESK + "/" + draft + "/form";
        assertThat(post("organiser1", path, fields("5", UUID.randomUUID().toString())).statusCode(422).extract().asString())
                .contains("这个预算不能用");
        post("organiser1", path, fields("6", bank.paying().toString())).statusCode(303);
        assertThat(page("organiser1", path)).contains("value=\"" + bank.paying() + "\" selected", "value=\"6\"");
    }

    private static String drafted(String capacity) {
        return post("organiser1", DESK, fields(capacity, "")).statusCode(303).extract().header("Location")
                .replaceAll(".*/activities/([0-9a-f-]{36}).*", "$1");
    }

    private static String[] fields(String capacity, String budget) {
        return new String[] {
            "unit", "C341282001001", "kind", "volunteering", "title", "清理河岸", "words", "带手套", "place", "沙颍河东岸", "township",
            "341282001000", "village", "341282001001", "day", EarnBank.day(3), "from", "09:00", "to", "11:00", "until", "", "capacity",
            capacity, "budget", budget
        };
    }

    static String published(String capacity) {
        String id = drafted(capacity);
        post("organiser1", DESK + "/" + id + "/publication").statusCode(303);
        return id;
    }

    static void runs(String id) throws SQLException {
        EarnBank.change(
                "update volunteer_activity set starts_at = now() - interval '10 minutes', ends_at = now() + interval '110 minutes',"
                        + " sign_up_until = now(), turns_at = now() where activity_id = ?::uuid", id);
    }

    /** As if all of it had begun that much earlier. */
    static void minutesAgo(String id, int minutes) throws SQLException {
        EarnBank.change(
                "update volunteer_activity set starts_at = starts_at - interval '" + minutes + " minutes', ends_at = ends_at - interval '"
                        + minutes + " minutes', sign_up_until = sign_up_until - interval '" + minutes + " minutes' where activity_id = ?::uuid",
                id);
        EarnBank.change("update volunteer_place set in_at = in_at - interval '" + minutes + " minutes' where activity_id = ?::uuid", id);
    }

    static void ends(String id) throws SQLException {
        EarnBank.change("update volunteer_activity set turns_at = now(), status = 'ENDED' where activity_id = ?::uuid", id);
    }

    private static String code(String id, String direction) {
        return page("organiser1", DESK + "/" + id + "/screen/code?d=" + direction).replaceAll("(?s).*earn-digits\">([0-9]{6})<.*", "$1");
    }

    /** Six digits that are neither this moment's nor the last's. */
    private static String old(String id) {
        String now = code(id, "IN");
        return "%06d".formatted((Integer.parseInt(now) + 1) % 1_000_000);
    }

    private static List<String> states(Connection database, String id) throws SQLException {
        return Databases.column(database, "select state from volunteer_place where activity_id = ?::uuid order by state", id);
    }

    private static long points(String id, String resident) throws SQLException {
        try (Connection database = Databases.asSuperuser()) {
            return Long.parseLong(Databases.column(
                            database, "select points from volunteer_place where activity_id = ?::uuid and resident_id = ?::uuid", id, resident)
                    .get(0));
        }
    }

    private static long booked(String id) throws SQLException {
        try (Connection database = Databases.asSuperuser()) {
            return Long.parseLong(Databases.column(
                            database, "select coalesce(sum(points), 0) from bank_transfer where source_type = 'activity' and source_id = ?", id)
                    .get(0));
        }
    }
}
