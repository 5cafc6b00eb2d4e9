package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.support.Desk;
import cn.shiyu.support.Life;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another system files; it becomes a case like any other, and stays between the partner and the city. */
@QuarkusTest
class FilingIT {

    private static final List<String> PERSONAL =
            List.of("wangxiaoming@example.cn", "小明", "13800004321", "device-7f3a9c", "account-20261", "sy311-");

    private Civic civic;

    @BeforeEach
    void aPartnerGetsAKey() {
        civic = Civic.of("jieshou");
    }

    @Test
    void aFilingBecomesACaseWithAllThatWasSentAndIsThePartnersAlone() {
        Response filed = civic.sends(civic.words(
                "attribute[kind]",
                "COMPLAINT",
                "attribute[extent]",
                "several",
                "description",
                "东环路北段路灯坏了。<b>孩子</b>看不清路 & ]]> " + UUID.randomUUID()));
        filed.then().statusCode(201);
        String id = filed.path("[0].service_request_id");
        Response own = civic.readsOwn("requests/" + id + ".json");
        assertThat(own.<String>path("[0].status")).isEqualTo("open");
        assertThat(own.<String>path("[0].service_code")).isEqualTo("urban.streetlight");
        assertThat(own.<String>path("[0].address_id")).isEqualTo("341282002000");
        assertThat(own.<String>path("[0].address")).contains("西城街道", "公交站旁");
        assertThat(own.<String>path("[0].media_url")).isEqualTo("https://photos.example.cn/lamp.jpg?a=1&b=2");
        assertThat(own.jsonPath().getDouble("[0].lat")).isCloseTo(33.2701, within(0.00001));
        assertThat(own.jsonPath().getDouble("[0].long")).isCloseTo(115.3551, within(0.00001));
        XmlPath xml = civic.readsOwn("requests/" + id + ".xml").xmlPath();
        assertThat(xml.getString("service_requests.request.description"))
                .isEqualTo(own.<String>path("[0].description"));
        civic.reads("requests/" + id + ".json").then().statusCode(404);
        Civic.of("jieshou", "另一家").readsOwnIs(id, 404);
        String page = Life.DISPATCHER.sees(id).asString();
        assertThat(page)
                .contains("市民随手拍", "XC-0107", "连续几盏", "https://photos.example.cn/lamp.jpg", "noreferrer", "投诉", "开放接口");
        assertThat(page)
                .contains("王**", "138****4321", "wa****@example.cn")
                .doesNotContain("wangxiaoming", "13800004321", "device-7f3a9c");
    }

    @Test
    void whoAsksIsShownToWhoeverMayCallAndToNobodyElse() throws SQLException {
        String id = civic.files();
        Response seen = Life.DISPATCHER.ask().post("/console/cases/" + id + "/contact-view");
        assertThat(seen.asString())
                .contains("王小明", "13800004321", "wangxiaoming@example.cn", "device-7f3a9c", "account-20261");
        for (String path : List.of(
                "requests/" + id, "requests/" + id + ".xml", "requests?service_request_id=" + id, "tokens/" + id)) {
            assertThat(civic.readsOwn(path).then().statusCode(200).extract().asString())
                    .doesNotContain(PERSONAL);
        }
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            String caseId = Databases.column(database, "select case_id from case_file where number = ?", id)
                    .get(0);
            for (String table : List.of(
                    "event where stream_id = '" + caseId + "'",
                    "case_file where number = '" + id + "'",
                    "case_origin where case_id = '" + caseId + "'",
                    "idempotency_key",
                    "open311_key")) {
                String alias = table.replaceFirst("^(\\w+)", "$1 x");
                assertThat(Databases.column(database, "select x::text from " + alias))
                        .allSatisfy(row -> assertThat(row).doesNotContain(PERSONAL));
            }
            assertThat(Databases.column(
                            database,
                            "select actor_kind || surface || actor_name from event where stream_id = ?::uuid and seq = 1",
                            caseId))
                    .containsExactly("PARTNEROPEN_API市民随手拍");
        }
    }

    @Test
    void theCodeInTheNoticeShowsTheCaseToItsPerson() {
        Response filed = civic.sends(civic.words("description", "路灯不亮 " + UUID.randomUUID()));
        Matcher notice = Pattern.compile("查询码 ([0-9A-Z]{8})").matcher(filed.<String>path("[0].service_notice"));
        assertThat(notice.find()).isTrue();
        String id = filed.path("[0].service_request_id");
        Ask.in("jieshou")
                .contentType("application/json")
                .body(Map.of("number", id, "code", notice.group(1)))
                .post("/mini/v1/look-ups")
                .then()
                .statusCode(200);
        assertThat(civic.readsOwn("requests/" + id).asString()).doesNotContain(notice.group(1));
    }

    @Test
    void anotherCitysKeyAndRequestAreNotThere() {
        String id = civic.files();
        Civic elsewhere = civic.in("liaocheng");
        elsewhere
                .sends(elsewhere.words("lat", "36.457", "long", "115.985"))
                .then()
                .statusCode(403);
        elsewhere.readsOwnIs(id, 403);
        Civic.of("liaocheng").readsOwnIs(id, 404);
        Civic.published(id);
        Civic there = Civic.of("liaocheng");
        there.readsOwnIs(id, 404);
        there.reads("tokens/" + id).then().statusCode(404);
        assertThat(there.reads("requests.json?service_request_id=" + id).<List<?>>path("$"))
                .isEmpty();
        assertThat(there.reads("requests.json").asString()).doesNotContain(id);
        assertThat(Desk.of("liaocheng", "dispatcher1").sees(id).statusCode()).isEqualTo(404);
    }
}
