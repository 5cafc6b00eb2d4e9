package cn.shiyu.legal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Written consultations: who may read and do what, what is sealed, what happens to the late. */
@QuarkusTest
class ConsultationIT {

    private static final String VILLAGE = "341282001001";
    private static final String SECRET = "我的欠条在舅舅手里";

    @Test
    void goesToTheVillagesOwnAdvisorAndNobodyElseReadsIt() {
        String id = asks("resident1", null, "", "");
        String page = "/legal/consultations/" + id;
        assertThat(page("jieshou", "resident1", page).asString()).contains(SECRET, "周明远律师");
        assertThat(page("jieshou", "advisor1", "/console/legal/" + id).asString()).contains(SECRET);
        page("jieshou", "resident2", page).then().statusCode(404);
        page("liaocheng", "resident1", page).then().statusCode(404);
        page("liaocheng", "advisor1", "/console/legal/" + id).then().statusCode(404);
        for (String other : List.of("advisor2", "dispatcher1", "admin1")) {
            page("jieshou", other, "/console/legal/" + id).then().statusCode(404);
        }
        page("jieshou", "dispatcher1", "/console/legal").then().statusCode(403);
        page("jieshou", "resident1", "/console/legal/" + id).then().statusCode(403);
        page("jieshou", "advisor1", page).then().statusCode(403);
    }

    @Test
    void nobodyElseActsOnIt() {
        String id = asks("resident1", null, "", "");
        for (String[] other : List.of(new String[] {"jieshou", "resident2"}, new String[] {"liaocheng", "resident1"})) {
            for (String act : List.of("words", "withdrawal", "rating")) {
                html(other[0], other[1]).formParam("idempotencyKey", fresh()).formParam("words", "别人的话")
                        .formParam("level", "SATISFIED").post("/legal/consultations/" + id + "/" + act)
                        .then().statusCode(404);
            }
        }
        for (String[] other : List.of(new String[] {"jieshou", "advisor2"}, new String[] {"liaocheng", "advisor1"})) {
            for (String act : List.of("answer", "conclusion", "handover")) {
                html(other[0], other[1]).formParam("idempotencyKey", fresh()).formParam("words", "别人的话")
                        .formParam("outcome", "ADVISED").formParam("advisor", "advisor2")
                        .post("/console/legal/" + id + "/" + act).then().statusCode(404);
            }
        }
    }

    @Test
    void isAnsweredOnceConcludedAndRatedWithOneChange() {
        String id = asks("resident2", null, "", "");
        desk(id, "conclusion", "outcome", "ADVISED", 409);
        String once = fresh();
        for (int i = 0; i < 2; i++) {
            html("jieshou", "advisor1").formParam("idempotencyKey", once).formParam("words", "请先收集证据")
                    .post("/console/legal/" + id + "/answer").then().statusCode(303);
        }
        String page = page("jieshou", "resident2", "/legal/consultations/" + id).asString();
        assertThat(page.split("请先收集证据", -1)).hasSize(2);
        assertThat(page("jieshou", "resident2", "/notices").asString()).contains("有了答复");
        rates(id, "SATISFIED", 409);
        desk(id, "conclusion", "outcome", "", 422);
        desk(id, "conclusion", "outcome", "ADVISED", 303);
        rates(id, "SATISFIED", 303);
        rates(id, "DISSATISFIED", 303);
        rates(id, "DISSATISFIED", 303);
        rates(id, "VERY_SATISFIED", 409);
    }

    @Test
    void whatIsSaidIsSealedInTheDatabaseAndInNoEvent() throws SQLException {
        String id = asks("resident1", null, "韩子文", "钱多多");
        try (Connection database = Databases.asSuperuser()) {
            List<String> dumped = Databases.column(
                    database,
                    "select encode(words_sealed, 'escape') from legal_message where consultation_id = ?::uuid"
                            + " union all select c::text || encode(title_sealed, 'escape') from legal_consultation c"
                            + " where consultation_id = ?::uuid"
                            + " union all select e::text from event e where stream_id = ?::uuid",
                    id, id, id);
            assertThat(dumped).hasSizeGreaterThanOrEqualTo(3).noneMatch(row -> row.contains("欠条")
                    || row.contains("韩子文") || row.contains("钱多多") || row.contains("借款"));
        }
    }

    @Test
    void anAdvisorIsWarnedOfAConflictWithoutLearningOfWhom() {
        String client = "甲" + fresh();
        asks("resident1", "advisor1", client, "");
        String id = asks("resident2", "advisor1", "", client);
        String page = page("jieshou", "advisor1", "/console/legal/" + id).asString();
        assertThat(page).contains("可能与您办理的其他咨询存在利益冲突").doesNotContain(client);
        assertThat(page("jieshou", "resident2", "/legal/consultations/" + id).asString()).doesNotContain("利益冲突");
        html("jieshou", "advisor1").formParam("advisor", "advisor2").formParam("conflict", "true")
                .post("/console/legal/" + id + "/handover").then().statusCode(303);
        page("jieshou", "advisor1", "/console/legal/" + id).then().statusCode(404);
        assertThat(page("jieshou", "advisor2", "/console/legal/" + id).asString())
                .contains(SECRET).doesNotContain("可能与您办理的其他咨询存在利益冲突");
    }

    @Test
    void whatIsLateGoesToTheTeam() throws Exception {
        String id = asks("resident1", "advisor1", "", "");
        page("jieshou", "advisor2", "/console/legal/" + id).then().statusCode(404);
        try (Connection owner = Databases.asSuperuser();
                PreparedStatement late = owner.prepareStatement(
                        "update legal_consultation set due_at = now() - interval '1 hour' where consultation_id = ?::uuid")) {
            late.setString(1, id);
            late.executeUpdate();
        }
        waitFor("/console/legal/" + id);
        page("liaocheng", "advisor2", "/console/legal/" + id).then().statusCode(404);
        assertThat(page("jieshou", "advisor2", "/console/legal?list=late").asString()).contains(id);
        html("jieshou", "advisor2").formParam("idempotencyKey", fresh()).formParam("words", "团队来答")
                .post("/console/legal/" + id + "/answer").then().statusCode(303);
        page("jieshou", "advisor1", "/console/legal/" + id).then().statusCode(404);
    }

    @Test
    void becomesOneCaseWithTheStoryAndALinkBothWays() {
        String id = asks("resident1", null, "", "");
        String path = "/legal/consultations/" + id;
        html("jieshou", "resident2").post(path + "/case").then().statusCode(404);
        html("liaocheng", "resident1").post(path + "/case").then().statusCode(404);
        String first = html("jieshou", "resident1").post(path + "/case").then().statusCode(303).extract().header("Location");
        String again = html("jieshou", "resident1").post(path + "/case").then().statusCode(303).extract().header("Location");
        assertThat(again).isEqualTo(first);
        String number = first.replaceAll(".*/cases/([A-Z0-9]+).*", "$1");
        assertThat(page("jieshou", "resident1", path).asString()).contains("/cases/" + number);
        assertThat(page("jieshou", "resident1", "/cases/" + number).asString()).contains(SECRET, path);
    }

    @Test
    void advisorsAreFoundNearestFirstAndByFieldAndLanguage() {
        String near = Ask.in("jieshou").accept("text/html").get("/legal?township=341282001000&village=" + VILLAGE).asString();
        assertThat(near.indexOf("周明远律师")).isPositive().isLessThan(near.indexOf("陈思雨律师"));
        assertThat(near).contains("本村顾问", "/book/legal-talk");
        assertThat(Ask.in("jieshou").accept("text/html").get("/legal?language=sign").asString())
                .contains("陈思雨律师").doesNotContain("周明远律师");
        assertThat(Ask.in("jieshou").accept("text/html").get("/legal?language=sign&field=none").asString())
                .contains("没有符合条件");
        assertThat(Ask.in("liaocheng").accept("text/html").get("/legal").asString()).doesNotContain("周明远律师");
    }

    @Test
    void anAnswersCitationsOpenAsTheLawRead() {
        String id = asks("resident1", null, "", "");
        html("jieshou", "advisor1").formParam("idempotencyKey", fresh())
                .formParam("words", "请看《民法典》第二百八十八条，以及《没有的法》第一条。")
                .post("/console/legal/" + id + "/answer").then().statusCode(303);
        assertThat(page("jieshou", "resident1", "/legal/consultations/" + id).asString())
                .contains("《中华人民共和国民法典》第二百八十八条", "/laws/civil-code/288?on=", "有利生产、方便生活")
                .doesNotContain("《没有的法》</summary>");
    }

    @Test
    void advisorsAreOrderedByTheirNextFreeTime() {
        String page = Ask.in("jieshou").accept("text/html").get("/legal?order=soonest").then().statusCode(200).extract().asString();
        assertThat(page).contains("最早可约", "selected");
        assertThat(page.split("<li class=\"sy-case\">", -1)).hasSize(3);
    }

    @Test
    void aMonthsServiceIsCountedForTheAdministratorAndEachAdvisorTheirOwn() throws Exception {
        String month = java.time.YearMonth.now(cn.shiyu.platform.web.Times.ZONE).toString();
        int before = answered(month);
        String id = asks("resident2", null, "", "");
        html("jieshou", "advisor1").formParam("idempotencyKey", fresh()).formParam("words", "先调解")
                .post("/console/legal/" + id + "/answer").then().statusCode(303);
        desk(id, "conclusion", "outcome", "MEDIATION", 303);
        assertThat(answered(month)).isEqualTo(before + 1);
        assertThat(page("jieshou", "advisor1", "/console/legal/record").asString()).contains("周明远律师").doesNotContain("陈思雨律师");
        assertThat(page("jieshou", "admin1", "/console/legal/record").asString()).contains("周明远律师", "陈思雨律师").doesNotContain(SECRET);
        page("jieshou", "dispatcher1", "/console/legal/record").then().statusCode(403);
        page("jieshou", "resident1", "/console/legal/record").then().statusCode(403);
        page("jieshou", "admin1", "/console/legal/record?month=never").then().statusCode(404);
        assertThat(page("liaocheng", "admin1", "/console/legal/record").asString()).doesNotContain("周明远律师");
        assertThat(sheet(month)).contains("周明远律师").contains("首次答复");
    }

    private static int answered(String month) {
        String page = page("jieshou", "advisor1", "/console/legal/record?month=" + month).asString();
        return Integer.parseInt(page.replaceAll("(?s).*data-label=\"首次答复\">(\\d+)<.*", "$1"));
    }

    private static String sheet(String month) throws Exception {
        byte[] book = page("jieshou", "admin1", "/console/legal/record/record.xlsx?month=" + month).then().statusCode(200)
                .extract().asByteArray();
        java.nio.file.Path file = java.nio.file.Files.createTempFile("record", ".xlsx");
        java.nio.file.Files.write(file, book);
        StringBuilder text = new StringBuilder();
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
            for (java.util.zip.ZipEntry entry : java.util.Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        java.nio.file.Files.delete(file);
        // Letters beyond ASCII are written by their codes.
        return java.util.regex.Pattern.compile("&#(x?)([0-9a-fA-F]+);").matcher(text).replaceAll(code -> Character.toString(
                Integer.parseInt(code.group(2), code.group(1).isEmpty() ? 10 : 16)));
    }

    @Test
    void aQuestionWithFaultsComesBackWithAllThatWasTyped() {
        String page = html("jieshou", "resident1").formParam("idempotencyKey", fresh()).formParam("words", SECRET)
                .post("/legal/consultations").then().statusCode(422).extract().asString();
        assertThat(page).contains("请选择法律领域", "请选择您所在的乡镇或街道", "请用一句话说明问题", SECRET);
    }

    private static String asks(String login, String advisor, String own, String other) {
        RequestSpecification form = html("jieshou", login)
                .formParam("idempotencyKey", fresh()).formParam("field", "contract").formParam("township", "341282001000")
                .formParam("village", VILLAGE).formParam("title", "借款要不回来").formParam("words", SECRET)
                .formParam("ownName", own).formParam("otherParty", other);
        String to = (advisor == null ? form : form.formParam("advisor", advisor))
                .post("/legal/consultations").then().statusCode(303).extract().header("Location");
        return to.replaceAll(".*/legal/consultations/([0-9a-f-]{36}).*", "$1");
    }

    /** The sweep comes every few seconds. */
    private static void waitFor(String path) throws InterruptedException {
        for (int i = 0; i < 60 && page("jieshou", "advisor2", path).statusCode() != 200; i++) {
            Thread.sleep(500);
        }
        page("jieshou", "advisor2", path).then().statusCode(200);
    }

    private static void rates(String id, String level, int status) {
        html("jieshou", "resident2").formParam("level", level).post("/legal/consultations/" + id + "/rating")
                .then().statusCode(status);
    }

    private static void desk(String id, String act, String field, String value, int status) {
        html("jieshou", "advisor1").formParam(field, value).post("/console/legal/" + id + "/" + act)
                .then().statusCode(status);
    }

    private static Response page(String city, String login, String path) {
        return html(city, login).get(path);
    }

    private static RequestSpecification html(String city, String login) {
        return Ask.in(city, login).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
