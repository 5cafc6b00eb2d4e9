package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Databases;
import cn.shiyu.support.Life;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What partners send twice, too often, in parts, and how they say where. */
@QuarkusTest
class RepeatsAndPlacesIT {

    private Civic civic;

    @BeforeEach
    void aPartnerGetsAKey() {
        civic = Civic.of("jieshou");
    }

    @Test
    void theSameWordsWithinMinutesAreOneCaseAndAKeyOfTheirOwnLastsLonger() {
        Map<String, String> words = civic.words("description", "路灯不亮 " + UUID.randomUUID());
        String first = civic.sends(words).path("[0].service_request_id");
        assertThat(civic.sends(words).<String>path("[0].service_request_id")).isEqualTo(first);
        ageKeys("15 minutes");
        assertThat(civic.sends(words).<String>path("[0].service_request_id")).isNotEqualTo(first);
        String once = UUID.randomUUID().toString();
        String second = sendsOnce(once, words).path("[0].service_request_id");
        ageKeys("15 minutes");
        Response again = sendsOnce(once, words);
        assertThat(again.<String>path("[0].service_request_id")).isEqualTo(second);
        assertThat(civic.readsOwn("tokens/" + once + ".json").<String>path("[0].service_request_id"))
                .isEqualTo(second);
        civic.reads("tokens/" + once).then().statusCode(404);
        sendsOnce(once, civic.words("description", "别的事情，别的地方")).then().statusCode(409);
    }

    private Response sendsOnce(String key, Map<String, String> words) {
        return civic.ask()
                .header("Idempotency-Key", key)
                .formParams(words)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .post("/open311/v2/requests.json");
    }

    private static void ageKeys(String by) {
        try (Connection owner = Databases.asOwner()) {
            Databases.column(owner, "select set_config('app.tenant', 'jieshou', false)");
            Databases.column(
                    owner,
                    "with aged as (update idempotency_key set created_at = created_at - interval '" + by
                            + "' where caller like 'PARTNER:%' returning 1) select count(*) from aged");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void takesAMultipartFormAndAPlaceInWordsOrByCode() {
        var multipart = civic.ask();
        civic.words(
                        "description",
                        "分段表单：路灯不亮 " + UUID.randomUUID(),
                        "lat",
                        "",
                        "long",
                        "",
                        "address_id",
                        "341282100000")
                .forEach((name, value) -> multipart.multiPart(new io.restassured.builder.MultiPartSpecBuilder(value)
                        .controlName(name)
                        .charset("UTF-8")
                        .build()));
        Response filed = multipart.post("/open311/v2/requests.xml");
        filed.then().statusCode(201);
        String id = filed.xmlPath().getString("service_requests.request.service_request_id");
        assertThat(civic.readsOwn("requests/" + id).<String>path("[0].address_id"))
                .isEqualTo("341282100000");
        String inWords = civic.sends(
                        civic.words("lat", "", "long", "", "address_string", "界首市光武镇政府旁 " + UUID.randomUUID()))
                .path("[0].service_request_id");
        assertThat(civic.readsOwn("requests/" + inWords).<String>path("[0].address_id"))
                .isEqualTo("341282100000");
        String anywhere = civic.sends(civic.words("lat", "", "long", "", "address_string", "人民路 " + UUID.randomUUID()))
                .path("[0].service_request_id");
        assertThat(civic.readsOwn("requests/" + anywhere).<String>path("[0].address_id"))
                .isEqualTo("341282000000");
        Life.dispatched(anywhere);
    }

    @Test
    void theSamePlaceIsDrawnOnTheMapWhereItLies() throws SQLException {
        String id = civic.files();
        try (Connection database = Databases.asApplicationIn("jieshou")) {
            double lng = Double.parseDouble(Databases.column(database, "select lng from case_file where number = ?", id)
                    .get(0));
            assertThat(lng - 115.3551).as("shifted to GCJ-02").isBetween(0.003, 0.008);
        }
    }

    @Test
    void everySecondMoreThanTheKeyMayIsTurnedAwayWithAHint() {
        Civic hasty = Civic.of("jieshou", "太急的应用", 2);
        hasty.files();
        hasty.files();
        Response refused = hasty.sends(hasty.words("description", "第三件，太多了吧"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
        assertThat(refused.<Integer>path("[0].code")).isEqualTo(429);
    }
}
