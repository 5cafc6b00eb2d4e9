package cn.shiyu.platform.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.support.Phone;
import com.netflix.concurrency.limits.Limiter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The places are taken by the test itself: what happens at the limit does not depend on how fast this machine is. */
@QuarkusTest
class LoadSheddingIT {

    @Inject
    LoadShedding shedding;

    private final Deque<Limiter.Listener> taken = new ArrayDeque<>();

    @AfterEach
    void leave() {
        taken.forEach(Limiter.Listener::onIgnore);
    }

    @Test
    void turnsAwayWhatIsTooMuchAndSaysWhenToComeBack() {
        take(100);
        Response answer = Ask.in("jieshou").accept("application/json").get("/mini/v1/board");
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("too-busy"))
                .body("type", equalTo("/problems/too-busy"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(2, 8);
    }

    @Test
    void tellsAPersonInAPage() {
        take(100);
        Ask.in("jieshou")
                .accept("text/html")
                .get("/board")
                .then()
                .statusCode(503)
                .header("Retry-After", org.hamcrest.Matchers.notNullValue())
                .body(containsString("现在使用的人太多"));
    }

    @Test
    void givesBackWhatWasTypedIntoAFormItTurnsAway() {
        take(100);
        Ask.in("jieshou")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("body", "东环路的路灯坏了。")
                .post("/report/words?from=check")
                .then()
                .statusCode(503)
                .body(containsString("action=\"/report/words?from=check\""))
                .body(containsString("name=\"body\" value=\"东环路的路灯坏了。\""));
    }

    @Test
    void givesNothingBackToAnotherSite() {
        take(100);
        String page = Ask.in("jieshou")
                .accept("text/html")
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("body", "东环路的路灯坏了。")
                .post("/report/words")
                .asString();
        assertThat(page).contains("现在使用的人太多").doesNotContain("<form", "东环路");
    }

    @Test
    void letsAPersonSendAgainWhatWasTurnedAway() {
        try (Person resident = new Person("jieshou", Hands.MOUSE, 360)) {
            resident.opens("/lookup").fills("[name=number]", "JS20260101000001").fills("[name=code]", "ABCDEF");
            take(100);
            resident.presses("main button[type=submit]").finds("您填写的内容还在").finds("秒后会自动再试一次");
            resident.looks("turned-away");
            leave();
            taken.clear();
            resident.presses("main button[type=submit]");
            assertThat(resident.attribute("[name=number]", "value")).isEqualTo("JS20260101000001");
        }
    }

    @Test
    void keepsPlacesForResidentsWhoReport() {
        Phone resident = Phone.in("jieshou");
        take(75);
        Ask.in("jieshou").get("/mini/v1/board").then().statusCode(503);
        resident.sends(resident.words()).then().statusCode(201);
    }

    @Test
    void neverTurnsAwayWhatPagesAreMadeOfNorProbes() {
        take(100);
        Ask.in("jieshou").get("/theme.css").then().statusCode(200);
        Ask.in("jieshou").get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void readsNothingOfWhatItTurnsAwayAndServesTheSameConnectionAfterwards() {
        Phone resident = Phone.in("jieshou");
        take(100);
        Map<String, Object> typed = resident.words("body", "路灯不亮。".repeat(500));
        String key = UUID.randomUUID().toString();
        resident.sends(key, typed).then().statusCode(503);
        leave();
        taken.clear();
        resident.sends(key, typed).then().statusCode(201);
    }

    @Test
    void freesEveryPlaceAgain() {
        for (int i = 0; i < 5; i++) {
            Ask.in("jieshou").get("/mini/v1/board").then().statusCode(200);
            Ask.in("jieshou").get("/mini/v1/cases").then().statusCode(401);
            Ask.in("jieshou").get("/no-such-place").then().statusCode(404);
        }
        assertThat(shedding.turnstile().getInflight()).isZero();
    }

    private void take(int places) {
        while (shedding.turnstile().getInflight() < places) {
            taken.add(shedding.turnstile().acquire(Lane.WORK).orElseThrow());
        }
    }
}
