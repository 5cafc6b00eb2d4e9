package cn.shiyu.casework.mini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A resident with the mini-program on a phone. */
@QuarkusTest
class MiniProgramIT {

    @Test
    void signsInWithACodeOfWeChat() {
        String token = signIn("jieshou", "phone-" + UUID.randomUUID());
        assertThat(token).hasSizeGreaterThan(40);
        as("jieshou", token).get("/mini/v1/cases").then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest(name = "a code that is {0} answers {1} {2}")
    @CsvSource({"expired-1, 422, bad-input", "used-1, 422, bad-input", "blocked-1, 403, wechat-blocked",
        "often-1, 429, wechat-busy", "wrong-app-1, 503, wechat-away"})
    void tellsWhatToDoWhenWeChatRefuses(String code, int status, String problem) {
        post(Ask.in("jieshou"), "/mini/v1/session", Map.of("code", code))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(problem), "detail", notNullValue());
    }

    @Test
    void sendsItThreeTimesOnABadNetworkAndGetsOneCase() {
        String token = signIn("jieshou", "bad-network-" + UUID.randomUUID());
        String key = UUID.randomUUID().toString();
        List<String> numbers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> submit("jieshou", token, key, submission()).then().statusCode(201).extract().<String>path("number")))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(numbers).hasSize(3).containsOnly(numbers.get(0));
        as("jieshou", token).get("/mini/v1/cases").then().body("items", hasSize(1));
    }

    @Test
    void refusesAKeyThatCameBeforeWithOtherWords() {
        String token = signIn("jieshou", "reuse-" + UUID.randomUUID());
        String key = UUID.randomUUID().toString();
        submit("jieshou", token, key, submission()).then().statusCode(201);
        Map<String, Object> other = submission();
        other.put("subject", "完全不同的一件事");
        submit("jieshou", token, key, other).then().statusCode(409).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void followsItsOwnCaseAndNobodyElses() {
        String mine = signIn("jieshou", "mine-" + UUID.randomUUID());
        String other = signIn("jieshou", "other-" + UUID.randomUUID());
        String elsewhere = signIn("liaocheng", "elsewhere-" + UUID.randomUUID());
        Response receipt = submit("jieshou", mine, UUID.randomUUID().toString(), submission());
        String number = receipt.path("number");
        as("jieshou", mine)
                .get("/mini/v1/cases/" + number)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"), "step", equalTo(1), "lookUpCode", equalTo(receipt.path("lookUpCode")))
                .body("allowed", hasItems("ADD_WORDS", "URGE", "WITHDRAW"))
                .body("timeLine.type", hasItems("CaseSubmitted"))
                .body("limits.why", notNullValue());
        as("jieshou", other).get("/mini/v1/cases/" + number).then().statusCode(404);
        as("liaocheng", elsewhere).get("/mini/v1/cases/" + number).then().statusCode(404);
        as("liaocheng", mine).get("/mini/v1/cases").then().statusCode(401);
    }

    @Test
    void showsACaseToWhoeverHoldsNumberAndCodeButNotInAnotherCity() {
        String token = signIn("jieshou", "look-up-" + UUID.randomUUID());
        Response receipt = submit("jieshou", token, UUID.randomUUID().toString(), submission());
        Map<String, String> secret =
                Map.of("number", receipt.path("number"), "code", receipt.<String>path("lookUpCode").toLowerCase());
        post(Ask.in("jieshou"), "/mini/v1/look-ups", secret)
                .then()
                .statusCode(200)
                .body("subject", notNullValue(), "lookUpCode", nullValue());
        post(Ask.in("jieshou"), "/mini/v1/look-ups", Map.of("number", receipt.path("number"), "code", "AAAAAAAA"))
                .then()
                .statusCode(404);
        post(Ask.in("liaocheng"), "/mini/v1/look-ups", secret).then().statusCode(404);
    }

    @Test
    void addsWordsUrgesAndWithdraws() {
        String token = signIn("jieshou", "turns-" + UUID.randomUUID());
        String number = submit("jieshou", token, UUID.randomUUID().toString(), submission()).path("number");
        String at = "/mini/v1/cases/" + number;
        post(as("jieshou", token), at + "/words", Map.of("words", "补充:昨晚又坏了两盏。")).then().statusCode(200);
        post(as("jieshou", token), at + "/urges", Map.of()).then().statusCode(200);
        post(as("jieshou", token), at + "/withdrawal", Map.of("words", "已经修好")).then().body("status", equalTo("WITHDRAWN"));
        post(as("jieshou", token), at + "/urges", Map.of()).then().statusCode(409).body("code", equalTo("case-wrong-state"));
    }

    @Test
    void countsWordsOnceThatABadNetworkSendsThreeTimes() {
        String token = signIn("jieshou", "words-" + UUID.randomUUID());
        String number = submit("jieshou", token, UUID.randomUUID().toString(), submission()).path("number");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            post(as("jieshou", token).header("Idempotency-Key", key), "/mini/v1/cases/" + number + "/words", Map.of("words", "补充一句。"))
                    .then()
                    .statusCode(200);
        }
        List<String> types = as("jieshou", token).get("/mini/v1/cases/" + number).path("timeLine.type");
        assertThat(types).containsOnlyOnce("WordsAdded");
    }

    static String signIn(String city, String code) {
        return post(Ask.in(city), "/mini/v1/session", Map.of("code", code)).then().statusCode(200).extract().path("token");
    }

    private static Response submit(String city, String token, String key, Map<String, Object> typed) {
        return post(as(city, token).header("Idempotency-Key", key), "/mini/v1/cases", typed);
    }

    private static RequestSpecification as(String city, String token) {
        return Ask.in(city).header("Authorization", "Bearer " + token);
    }

    private static Response post(RequestSpecification ask, String path, Object body) {
        return ask.contentType(ContentType.JSON).body(body).post(path);
    }

    private static Map<String, Object> submission() {
        Map<String, Object> typed = new HashMap<>();
        typed.put("kind", "COMPLAINT");
        typed.put("subject", "路灯整晚不亮");
        typed.put("body", "东环路北段路灯坏了一个星期,孩子放学看不清路。");
        typed.put("region", "341282001000");
        typed.put("visibility", "PUBLIC");
        typed.put("contactName", "张三");
        typed.put("contactPhone", "13800001234");
        return typed;
    }
}
