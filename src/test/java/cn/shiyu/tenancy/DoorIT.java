package cn.shiyu.tenancy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DoorIT {

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost", "shiyu.test", "evil.jieshou.localhost", "jieshou.localhost.evil.com"})
    void turnsUnknownHostsAway(String host) {
        Ask.host(host).get("/test/who").then().statusCode(404).body("code", equalTo("unknown-host"));
    }

    @Test
    void tellsAPersonWhatIsWrong() {
        Ask.host("nowhere.localhost")
                .accept("text/html,application/xhtml+xml")
                .get("/static/anything.css")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("没有找到这个城市"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jieshou.localhost", "JIESHOU.LOCALHOST:80", "jieshou.shiyu.test"})
    void knowsEveryHostOfACity(String host) {
        Ask.host(host).get("/test/who").then().statusCode(200).body("tenant.value", equalTo("jieshou"));
    }

    @Test
    void letsOperatorsAskWithoutACity() {
        Ask.host("10.0.0.7").get("/q/health").then().statusCode(200);
    }

    @Test
    void isNotFooledByAForwardedHost() {
        Ask.in("jieshou")
                .header("X-Forwarded-Host", "liaocheng.localhost")
                .header("Forwarded", "host=liaocheng.localhost")
                .get("/test/who")
                .then()
                .body("tenant.value", equalTo("jieshou"));
    }
}
