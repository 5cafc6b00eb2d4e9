package cn.shiyu.mediation.mini;

import static cn.shiyu.mediation.Table.post;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.web.Times;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Phone;
import cn.shiyu.support.SentMessages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the supermarket to a fulfilled agreement by the published contract, and that it is nobody else's. */
@QuarkusTest
class MediationApiIT {

    private Phone applicant;
    private Phone other;
    private String ownPhone;
    private String otherPhone;

    @BeforeEach
    void signIn() {
        applicant = Phone.in("jieshou");
        other = Phone.in("jieshou");
        ownPhone = "138%08d".formatted(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
        otherPhone = "137%08d".formatted(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
    }

    @Test
    void aDisputeIsSettledOnTwoPhones() {
        assertThat(Ask.in("jieshou").get("/mini/v1/mediators?shelf=neighbours").<List<String>>path("items.login"))
                .contains("mediator1", "mediator2").doesNotContain("mediator5");
        assertThat(Ask.in("jieshou").get("/mini/v1/mediators/mediator1").<String>path("name")).isEqualTo("郑国平");
        String key = UUID.randomUUID().toString();
        String id = applies(key).then().statusCode(201).extract().path("id");
        assertThat(applies(key).<String>path("id")).as("the same key is the same mediation").isEqualTo(id);
        assertThat(applicant.get("/mediations").<List<String>>path("items.id")).containsExactly(id);

        String token = applicant.get("/mediations/" + id).<String>path("link").replaceAll(".*/", "");
        assertThat(Ask.in("jieshou").get("/mini/v1/invitations/" + token).<String>path("from")).isEqualTo("苏**");
        Response wrong = other.post("/invitations/" + token, Map.of("digits", "0"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.<String>path("errors[0].field")).isEqualTo("digits");
        assertThat(other.post("/invitations/" + token, Map.of("digits", otherPhone.substring(7))).<String>path("id")).isEqualTo(id);
        assertThat(other.get("/mediations/" + id).<String>path("applicant.story")).isNull();
        assertThat(other.post("/mediations/" + id + "/choice", Map.of("mediator", "mediator1")).statusCode()).isEqualTo(422);
        assertThat(other.post("/mediations/" + id + "/choice", Map.of("mediator", "mediator1", "ownName", "方志远", "ownPhone", otherPhone))
                .<String>path("status")).isEqualTo("MATCHED");
        post("mediator1", "/console/mediation/" + id + "/acceptance", "free", "true").statusCode(303);
        assertThat(says(other, id, "我只跟调解员说", true).<List<String>>path("words.words")).containsExactly("我只跟调解员说");
        assertThat(says(applicant, id, "漏了两个月", false).<List<String>>path("words.words")).containsExactly("漏了两个月");
        agreed(id);
        assertThat(applicant.get("/mediations/" + id).<String>path("status")).isEqualTo("FULFILLED");
        assertThat(applicant.post("/mediations/" + id + "/rating", Map.of("level", "SATISFIED")).statusCode()).isEqualTo(200);
    }

    private void agreed(String mediation) {
        String agreement = post("mediator1", "/console/mediation/" + mediation + "/agreement").statusCode(303).extract()
                .header("Location").replaceAll(".*/console/agreements/", "");
        post("mediator1", "/console/agreements/" + agreement + "/proposal", "facts", "漏水", "terms", "修好", "debtor0", "RESPONDENT",
                        "duty0", "修好水管", "yuan0", "", "due0", LocalDate.now(Times.ZONE).plusDays(3).toString())
                .statusCode(303);
        assertThat(applicant.get("/mediations/" + mediation).<String>path("agreement")).isEqualTo(agreement);
        signs(applicant, agreement, ownPhone, "苏晓禾");
        assertThat(signs(other, agreement, otherPhone, "方志远").<String>path("status")).isEqualTo("IN_FORCE");
        assertThat(other.get("/agreements/" + agreement).<String>path("sm3")).hasSize(64);
        assertThat(other.post("/agreements/" + agreement + "/duties/1/report", Map.of()).<String>path("duties[0].state")).isEqualTo("REPORTED");
        assertThat(applicant.post("/agreements/" + agreement + "/confirmation", Map.of()).statusCode()).isEqualTo(200);
        assertThat(applicant.post("/agreements/" + agreement + "/duties/1/receipt", Map.of()).<String>path("status")).isEqualTo("FULFILLED");
    }

    private static Response signs(Phone who, String agreement, String phone, String name) {
        assertThat(who.post("/agreements/" + agreement + "/code", Map.of()).statusCode()).isEqualTo(200);
        return who.post("/agreements/" + agreement + "/signature", Map.of("code", SentMessages.newestTo(phone).get(0), "name", name));
    }

    @Test
    void isNothingToAnotherResidentOrAnotherCity() {
        String id = applies(UUID.randomUUID().toString()).path("id");
        String link = applicant.get("/mediations/" + id).<String>path("link").replaceAll(".*/", "");
        for (Phone stranger : List.of(other, Phone.in("liaocheng"))) {
            assertThat(stranger.get("/mediations/" + id).statusCode()).isEqualTo(404);
            for (String act : List.of("choice", "proposal", "refusal", "words", "withdrawal", "recusal", "consent", "handover-refusal",
                    "rating", "sessions/" + UUID.randomUUID() + "/answer")) {
                Response answer = stranger.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON)
                        .body(Map.of("words", "别人", "why", "别人", "mediator", "mediator1", "mediators", List.of("mediator1"), "level",
                                "SATISFIED", "comes", true, "ownName", "别", "ownPhone", "13800000000"))
                        .post("/mini/v1/mediations/" + id + "/" + act);
                assertThat(answer.statusCode()).as(act).isEqualTo(404);
            }
            assertThat(stranger.get("/agreements/" + id).statusCode()).isEqualTo(404);
            for (String act : List.of("code", "signature", "objection", "confirmation", "duties/1/report", "duties/1/receipt",
                    "duties/1/denial")) {
                assertThat(stranger.post("/agreements/" + id + "/" + act, Map.of("code", "1", "name", "别人")).statusCode()).as(act)
                        .isEqualTo(404);
            }
        }
        assertThat(Ask.in("liaocheng").get("/mini/v1/invitations/" + link).statusCode()).isEqualTo(404);
        assertThat(Phone.in("liaocheng").post("/invitations/" + link, Map.of("digits", otherPhone.substring(7))).statusCode()).isEqualTo(404);
        assertThat(applicant.post("/mediations/" + id + "/sessions/" + UUID.randomUUID() + "/answer", Map.of()).statusCode()).isEqualTo(422);
    }

    private Response applies(String key) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "shelf", "neighbours", "region", "341282001000", "title", "楼上漏水", "story", "漏了两个月", "claim", "修好", "ownName", "苏晓禾",
                "ownPhone", ownPhone, "otherName", "方志远", "otherPhone", otherPhone));
        wish.put("mediators", List.of("mediator1", "mediator2"));
        return applicant.ask().header("Idempotency-Key", key).contentType(ContentType.JSON).body(wish).post("/mini/v1/mediations");
    }

    private static Response says(Phone who, String id, String words, boolean aside) {
        return who.ask().header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON)
                .body(Map.of("words", words, "aside", aside)).post("/mini/v1/mediations/" + id + "/words");
    }
}
