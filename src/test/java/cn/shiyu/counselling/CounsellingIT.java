package cn.shiyu.counselling;

import static cn.shiyu.counselling.Letters.counsellor;
import static cn.shiyu.counselling.Letters.open;
import static cn.shiyu.counselling.Letters.page;
import static cn.shiyu.counselling.Letters.resident;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters to counsellors: who reads them, who does what, what is left. */
@QuarkusTest
class CounsellingIT {

    private static final String SECRET = "夜里总想起那条河边的路";
    private static final String ALIAS = "河边的芦苇";

    @Test
    void isReadByThePersonAndTheirCounsellorAlone() {
        String id = open("jieshou", "resident1", "counsellor1", ALIAS, SECRET);
        assertThat(page("jieshou", "resident1", "/counselling/threads/" + id).asString()).contains(SECRET, ALIAS, "12356", "110", "120");
        assertThat(page("jieshou", "counsellor1", "/console/counselling/threads/" + id).asString()).contains(SECRET, ALIAS);
        // The name the person chose, and no other.
        assertThat(page("jieshou", "counsellor1", "/console/counselling/threads/" + id).asString())
                .doesNotContain("苏晓禾", "resident1", "13800009001");
        assertThat(page("jieshou", "counsellor1", "/console/counselling").asString()).contains(ALIAS).doesNotContain(SECRET);
        assertThat(page("jieshou", "resident2", "/counselling/threads/" + id).statusCode()).isEqualTo(404);
        assertThat(page("jieshou", "resident2", "/counselling/threads").asString()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "counsellor2", "admin1", "dispatcher1", "supervisor1", "assessor1", "followup1", "hotline1", "grid1", "clerk1", "advisor1",
        "mediator1", "cg-handler1", "cg-liaison1"
    })
    void nobodyElseSeesThatThereIsOne(String login) {
        String id = open("jieshou", "resident1", "counsellor1", ALIAS, SECRET);
        assertThat(page("jieshou", login, "/console/counselling/threads/" + id).statusCode()).isEqualTo(404);
        for (String act : List.of("answer", "conclusion", "offer")) {
            Response refused = counsellor("jieshou", login, id, act, "words", "别人的话", "counsellor", "counsellor1");
            assertThat(refused.statusCode()).as(act).isEqualTo(404);
        }
        for (String place : List.of("/console/counselling", "/console/counselling?list=answered", "/console/counselling/figures",
                "/console", "/console/booking", "/console/cases?q=" + ALIAS, "/counselling/threads/" + id,
                "/counselling/threads/" + id + "/counselling.zip")) {
            String seen = page("jieshou", login, place).asString();
            assertThat(seen).as(login + place).doesNotContain(id.substring(0, 8), SECRET, ALIAS, "芦苇");
        }
    }

    @Test
    void isNotThereInAnotherCity() {
        String id = open("jieshou", "resident1", "counsellor1", ALIAS, SECRET);
        assertThat(page("liaocheng", "counsellor1", "/console/counselling/threads/" + id).statusCode()).isEqualTo(404);
        assertThat(page("liaocheng", "counsellor1", "/console/counselling").asString()).doesNotContain(id, ALIAS);
        for (String act : List.of("answer", "conclusion", "offer")) {
            assertThat(counsellor("liaocheng", "counsellor1", id, act, "words", "x", "counsellor", "counsellor2").statusCode()).isEqualTo(404);
        }
        for (String act : List.of("words", "end", "agreement", "decline", "change", "deletion")) {
            assertThat(resident("liaocheng", "resident1", id, act, "words", "x", "counsellor", "counsellor2").statusCode()).isEqualTo(404);
            assertThat(resident("jieshou", "resident2", id, act, "words", "x", "counsellor", "counsellor2").statusCode()).isEqualTo(404);
        }
        for (String path : List.of("", "/counselling.zip")) {
            assertThat(page("liaocheng", "resident1", "/counselling/threads/" + id + path).statusCode()).isEqualTo(404);
            assertThat(page("jieshou", "resident2", "/counselling/threads/" + id + path).statusCode()).isEqualTo(404);
            assertThat(page("jieshou", "counsellor1", "/counselling/threads/" + id + path).statusCode()).isEqualTo(403);
        }
        assertThat(Phone.in("liaocheng").get("/counselling/threads/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void isAnsweredOnceAndTheNoticeSaysNothingOfIt() {
        String id = open("jieshou", "resident2", "counsellor1", "", SECRET);
        assertThat(page("jieshou", "counsellor1", "/console/counselling/threads/" + id).asString()).contains("来访者");
        assertThat(counsellor("jieshou", "counsellor1", id, "conclusion").statusCode()).isEqualTo(409);
        String once = Letters.fresh();
        for (int i = 0; i < 2; i++) {
            assertThat(Letters.form("jieshou", "counsellor1").formParam("idempotencyKey", once).formParam("words", "谢谢您告诉我")
                            .post("/console/counselling/threads/" + id + "/answer").statusCode())
                    .isEqualTo(303);
        }
        String seen = page("jieshou", "resident2", "/counselling/threads/" + id).asString();
        assertThat(seen.split("谢谢您告诉我", -1)).hasSize(2);
        String notices = page("jieshou", "resident2", "/notices").asString();
        assertThat(notices).contains("您有一条新的消息。", "/inbox").doesNotContain("咨询师", "谢谢您", id);
        assertThat(page("jieshou", "resident2", "/inbox").header("Location")).endsWith("/counselling/threads");
        assertThat(counsellor("jieshou", "counsellor1", id, "conclusion").statusCode()).isEqualTo(303);
        assertThat(resident("jieshou", "resident2", id, "words", "words", "还有").statusCode()).isEqualTo(409);
    }

    @Test
    void putsDangerFirstSendsItAllTheSameAndTellsNobodyElse() {
        open("jieshou", "resident2", "counsellor2", "先来的", "工作压力大,睡不好");
        String id = open("jieshou", "resident1", "counsellor2", "后来的", "我不想活了");
        assertThat(page("jieshou", "resident1", "/counselling/threads/" + id).asString())
                .contains("您现在还好吗", "我不想活了", "12356", "12355");
        String desk = page("jieshou", "counsellor2", "/console/counselling").asString();
        assertThat(desk.indexOf("后来的")).isPositive().isLessThan(desk.indexOf("先来的"));
        assertThat(desk).contains("请先看");
        assertThat(column("select e::text from event e where stream_id = ?::uuid", id)).noneMatch(event -> event.contains("rgent"));
        assertThat(counsellor("jieshou", "counsellor2", id, "answer", "words", "我在").statusCode()).isEqualTo(303);
        assertThat(page("jieshou", "resident1", "/counselling/threads/" + id).asString()).doesNotContain("您现在还好吗？</p><p>您的信");
    }

    @Test
    void goesToAnotherCounsellorOnlyWithConsent() {
        String id = open("jieshou", "resident1", "counsellor1", ALIAS, SECRET);
        String there = "/console/counselling/threads/" + id;
        assertThat(counsellor("jieshou", "counsellor1", id, "offer", "counsellor", "counsellor1").statusCode()).isEqualTo(422);
        assertThat(counsellor("jieshou", "counsellor1", id, "offer", "counsellor", "advisor1").statusCode()).isEqualTo(422);
        assertThat(counsellor("jieshou", "counsellor1", id, "offer", "counsellor", "counsellor2").statusCode()).isEqualTo(303);
        assertThat(page("jieshou", "counsellor2", there).statusCode()).isEqualTo(404);
        assertThat(page("jieshou", "resident1", "/counselling/threads/" + id).asString()).contains("建议由葛明远");
        assertThat(resident("jieshou", "resident1", id, "decline").statusCode()).isEqualTo(303);
        assertThat(resident("jieshou", "resident1", id, "agreement", "counsellor", "counsellor2").statusCode()).isEqualTo(409);
        counsellor("jieshou", "counsellor1", id, "offer", "counsellor", "counsellor2");
        assertThat(resident("jieshou", "resident1", id, "agreement", "counsellor", "counsellor2").statusCode()).isEqualTo(303);
        assertThat(page("jieshou", "counsellor2", there).asString()).contains(SECRET);
        assertThat(page("jieshou", "counsellor1", there).statusCode()).isEqualTo(404);
        assertThat(resident("jieshou", "resident1", id, "change", "counsellor", "counsellor1").statusCode()).isEqualTo(303);
        assertThat(page("jieshou", "counsellor2", there).statusCode()).isEqualTo(404);
    }

    @Test
    void remindsTheCounsellorAndShowsOtherWaysWhenItIsLate() throws Exception {
        String id = open("jieshou", "resident1", "counsellor1", "久等的人", SECRET);
        change("update counselling_thread set remind_at = now() - interval '2 hours' where thread_id = ?::uuid", id);
        waitFor("select reminded::text from counselling_thread where thread_id = ?::uuid", id);
        assertThat(page("jieshou", "counsellor1", "/console/counselling").asString()).contains("快到期");
        assertThat(page("jieshou", "resident1", "/counselling/threads/" + id).asString()).doesNotContain("回信迟了");
        change("update counselling_thread set due_at = now() - interval '1 hour' where thread_id = ?::uuid", id);
        waitFor("select late::text from counselling_thread where thread_id = ?::uuid", id);
        assertThat(page("jieshou", "resident1", "/counselling/threads/" + id).asString()).contains("回信迟了", "12356", "换一位咨询师");
        assertThat(page("jieshou", "counsellor2", "/console/counselling/threads/" + id).statusCode()).isEqualTo(404);
        assertThat(column("select type from event where stream_id = ?::uuid order by seq", id))
                .containsExactly("CounsellingOpened", "CounsellorReminded", "CounsellingLate");
    }

    @Test
    void isTakenAlongWholeByThePersonAndThenDeletedForGood() throws Exception {
        String id = open("jieshou", "resident1", "counsellor1", ALIAS, SECRET + "<b>");
        counsellor("jieshou", "counsellor1", id, "answer", "words", "慢慢说");
        Response zip = page("jieshou", "resident1", "/counselling/threads/" + id + "/counselling.zip");
        assertThat(zip.header("Cache-Control")).isEqualTo("no-store");
        Map<String, String> files = unzip(zip.asByteArray());
        assertThat(files.get("counselling.json")).contains(SECRET + "<b>", "慢慢说", ALIAS);
        assertThat(files.get("counselling.html")).contains(SECRET + "&lt;b&gt;", "慢慢说").doesNotContain("<script", "src=");
        assertThat(resident("jieshou", "resident1", id, "deletion").statusCode()).isEqualTo(303);
        assertThat(page("jieshou", "resident1", "/counselling/threads/" + id).statusCode()).isEqualTo(404);
        assertThat(page("jieshou", "counsellor1", "/console/counselling/threads/" + id).statusCode()).isEqualTo(404);
        assertThat(column("select 'x' from counselling_message where thread_id = ?::uuid", id)).isEmpty();
        assertThat(column("select 'x' from counselling_thread where thread_id = ?::uuid", id)).isEmpty();
        // What cannot be deleted names neither the person nor what they chose to be called.
        assertThat(column("select actor_kind || actor_id || actor_name from event where stream_id = ?::uuid and actor_kind <> 'STAFF'", id))
                .isNotEmpty().containsOnly("ANYONE");
    }

    @Test
    void aLetterWithFaultsComesBackWithAllThatWasTyped() {
        String seen = Letters.form("jieshou", "resident1").formParam("idempotencyKey", Letters.fresh())
                .formParam("counsellor", "counsellor1").formParam("alias", "很长很长很长很长很长很长很长很长很长很长的名字")
                .formParam("words", SECRET).post("/counselling/threads").then().statusCode(422).extract().asString();
        assertThat(seen).contains("请选择想谈哪方面的事", "称呼最多 20 个字", SECRET);
        String id = open("jieshou", "resident1", "counsellor1", ALIAS, SECRET);
        Response empty = resident("jieshou", "resident1", id, "words", "words", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.asString()).contains("请写下想说的话");
    }

    @Test
    void supervisionSeesNeitherFewNorExactFigures() {
        assertThat(ProviderFigures.rounded(4)).isNull();
        assertThat(ProviderFigures.rounded(9)).isEqualTo(5);
        assertThat(ProviderFigures.rounded(10)).isEqualTo(10);
        for (String login : List.of("admin1", "supervisor1")) {
            assertThat(page("jieshou", login, "/console/counselling/figures").asString()).contains("少于 5 人，不显示", "界首市心理志愿服务队");
        }
        for (String login : List.of("counsellor1", "dispatcher1", "clerk1", "assessor1")) {
            assertThat(page("jieshou", login, "/console/counselling/figures").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void figuresBeginAtFivePeopleAndEndWithTheLastWholeQuarter() throws SQLException {
        for (int people = 1; people <= 6; people++) {
            String id = phoneLetter(Phone.in("liaocheng"), "counsellor2", "写一封").path("id");
            change("update counselling_thread set opened_at = date_trunc('quarter', now() at time zone 'Asia/Shanghai')"
                    + " at time zone 'Asia/Shanghai' - interval '10 days' where thread_id = ?::uuid", id);
            boolean shown = page("liaocheng", "admin1", "/console/counselling/figures").asString().contains("至少 5 人");
            assertThat(shown).as(people + " people").isEqualTo(people >= 5);
        }
    }

    private static Response phoneLetter(Phone phone, String to, String words) {
        return phone.ask().header("Idempotency-Key", Letters.fresh()).contentType(ContentType.JSON)
                .body(Map.of("counsellor", to, "field", "stress", "alias", ALIAS, "words", words))
                .post("/mini/v1/counselling/threads");
    }

    @Test
    void thePhoneDoesTheSame() {
        Phone phone = Phone.in("jieshou");
        assertThat(phone.get("/counselling").asString()).contains("12356", "12355", "danger");
        assertThat(phone.get("/counselling/counsellors?way=VIDEO").asString()).contains("counsellor1").doesNotContain("counsellor2");
        Response opened = phoneLetter(phone, "counsellor1", "想自杀");
        assertThat(opened.statusCode()).isEqualTo(201);
        String id = opened.path("id");
        assertThat((boolean) opened.path("urgent")).isTrue();
        assertThat(Phone.in("jieshou").get("/counselling/threads/" + id).statusCode()).isEqualTo(404);
        assertThat(phone.get("/counselling/threads").asString()).contains(id).doesNotContain("想自杀");
        Response more = phone.ask().header("Idempotency-Key", Letters.fresh()).contentType(ContentType.JSON)
                .body(Map.of("words", "好一点了")).post("/mini/v1/counselling/threads/" + id + "/letters");
        assertThat(more.asString()).contains("想自杀", "好一点了");
        assertThat(phone.post("/counselling/threads/" + id + "/deletion", Map.of()).statusCode()).isEqualTo(204);
        assertThat(phone.get("/counselling/threads/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void counsellorsAreFoundByFieldWayAndLanguageByAnybody() {
        assertThat(found("jieshou", "")).contains("只有咨询师看得到", "12356", "许静咨询师", "葛明远");
        assertThat(found("jieshou", "?field=youth")).contains("葛明远").doesNotContain("许静咨询师");
        assertThat(found("jieshou", "?way=VIDEO")).contains("许静咨询师").doesNotContain("葛明远");
        assertThat(found("jieshou", "?language=sign&field=family")).contains("没有符合条件");
        assertThat(found("liaocheng", "")).doesNotContain("许静咨询师").contains("文雅琴咨询师");
        assertThat(Ask.in("jieshou").get("/counselling/counsellors/counsellor1/talk").header("Location"))
                .contains("/book/counselling-talk/");
        assertThat(Ask.in("jieshou").accept("text/html").get("/counselling/threads").statusCode()).isNotEqualTo(200);
    }

    private static String found(String city, String query) {
        return Ask.in(city).accept("text/html").get("/counselling" + query).asString();
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static List<String> column(String sql, Object... values) {
        try (Connection owner = Databases.asSuperuser()) {
            return Databases.column(owner, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(String sql, String id) throws SQLException {
        try (Connection owner = Databases.asSuperuser(); PreparedStatement change = owner.prepareStatement(sql)) {
            change.setString(1, id);
            change.executeUpdate();
        }
    }

    /** The sweep comes every few seconds. */
    private static void waitFor(String sql, String id) throws InterruptedException {
        for (int i = 0; i < 60 && !column(sql, id).equals(List.of("true")); i++) {
            Thread.sleep(500);
        }
        assertThat(column(sql, id)).containsExactly("true");
    }
}
