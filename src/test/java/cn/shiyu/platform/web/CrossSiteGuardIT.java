package cn.shiyu.platform.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CrossSiteGuardIT {

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void refusesWhatTheBrowserCallsForeign(String site) {
        Ask.in("jieshou").header("Sec-Fetch-Site", site).post("/elder").then().statusCode(403).body("code", equalTo("cross-site"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://liaocheng.localhost", "null", "not an origin"})
    void refusesAForeignOrigin(String origin) {
        Ask.in("jieshou").header("Origin", origin).post("/elder").then().statusCode(403).body("code", equalTo("cross-site"));
    }

    @Test
    void saysItToAPersonInAPage() {
        Ask.in("jieshou").header("Sec-Fetch-Site", "cross-site").accept("text/html").post("/elder").then().statusCode(403).body(
                containsString("来自别的网站"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void letsOurOwnPagesSendForms(String site) {
        Ask.in("jieshou").header("Sec-Fetch-Site", site).post("/elder").then().statusCode(303);
    }

    @Test
    void letsOlderBrowsersSendForms() {
        String own = "http://jieshou.localhost:" + RestAssured.port;
        Ask.in("jieshou").header("Origin", own).post("/elder").then().statusCode(303);
        Ask.in("jieshou").post("/elder").then().statusCode(303);
    }

    @Test
    void letsAnyoneReadFromAnywhere() {
        Ask.in("jieshou").header("Sec-Fetch-Site", "cross-site").get("/help").then().statusCode(200);
    }
}
