package cn.shiyu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WhoIsAskingIT {

    @Test
    void isAnyoneWhenNobodySignedIn() {
        Ask.in("jieshou").get("/test/who").then().body("kind", equalTo("ANYONE"), "tenant.value", equalTo("jieshou"));
    }

    @Test
    void isTheSameResidentEveryTime() {
        String first = Ask.in("jieshou", "resident1").get("/test/who").path("id");
        String second = Ask.in("jieshou", "resident1").get("/test/who").path("id");
        String other = Ask.in("jieshou", "resident2").get("/test/who").path("id");
        assertThat(first).hasSize(36).isEqualTo(second).isNotEqualTo(other);
    }

    @Test
    void isStaffWithThePostsOfTheTenantFile() {
        Ask.in("liaocheng", "dispatcher1")
                .get("/test/who")
                .then()
                .body("kind", equalTo("STAFF"), "id", equalTo("dispatcher1"))
                .body("posts", hasItem(Map.of("unit", "C371500000000", "role", "DISPATCHER")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/who", "/test/who/later"})
    void isKnownAfterEveryWait(String path) {
        Ask.in("liaocheng", "resident1")
                .get(path)
                .then()
                .body("kind", equalTo("RESIDENT"), "tenant.value", equalTo("liaocheng"));
    }

    @Test
    void keepsTheCityInAStream() {
        Ask.in("liaocheng").get("/test/who/stream").then().body(containsString("聊城市"));
    }

    @Test
    void isRefusedWithATokenOfAnotherCity() {
        String token = Tokens.of("jieshou", "resident1");
        Ask.in("liaocheng")
                .auth()
                .preemptive()
                .oauth2(token)
                .get("/test/who")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void isRefusedWithAForgedToken(String token) {
        Ask.in("jieshou")
                .auth()
                .preemptive()
                .oauth2(token)
                .get("/test/who")
                .then()
                .statusCode(401);
    }

    @Test
    void sendsResidentsAwayFromTheConsole() {
        Ask.in("jieshou", "resident1").get("/console").then().statusCode(403);
    }

    @Test
    void sendsBrowsersToTheLoginOfTheirOwnCity() {
        Ask.in("jieshou")
                .accept("text/html")
                .get("/console")
                .then()
                .statusCode(302)
                .header("Location", allOf(containsString("/realms/jieshou/"), containsString("ui_locales=zh-CN")));
    }

    @Test
    void tellsAPagesScriptToTakeTheWholePageToTheLogin() {
        Ask.in("jieshou")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://jieshou.localhost:8080/console?unit=C1&page=2")
                .get("/console")
                .then()
                .statusCode(401)
                .header("HX-Redirect", "/login?next=%2Fconsole%3Funit%3DC1%26page%3D2");
    }

    @Test
    void doesNotTakeStaffForResidents() {
        Ask.in("jieshou", "dispatcher1").get("/test/who/resident").then().statusCode(403);
        Ask.in("jieshou").get("/test/who/resident").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example"})
    void leadsNobodyToAnotherSiteAfterLogin(String next) {
        Ask.in("jieshou", "resident1")
                .queryParam("next", next)
                .get("/login")
                .then()
                .statusCode(303)
                .header("Location", startsWith("http://jieshou.localhost:"));
    }
}
