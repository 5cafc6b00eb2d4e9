package cn.shiyu.casework.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LookUpIT {

    private static final Pattern CODE = Pattern.compile("查询码<strong>([0-9A-Z]{8})</strong>");

    private final Wizard wizard = new Wizard("jieshou", "resident2");

    @Test
    void showsACaseByNumberAndCodeWithoutSigningIn() {
        String number = wizard.submits();
        String code = code(number);
        lookUp("jieshou", number.toLowerCase(Locale.ROOT), code.toLowerCase(Locale.ROOT)).then().statusCode(200).body(
                allOf(containsString("幸福路路灯不亮"), not(containsString("13800000001")), not(containsString("/withdrawal"))));
        lookUp("jieshou", number, "22222222").then().statusCode(404).body(
                allOf(containsString("没有查到"), containsString("value=\"" + number + "\"")));
        lookUp("liaocheng", number, code).then().statusCode(404);
    }

    @Test
    void asksForBoth() {
        lookUp("jieshou", "", "").then().statusCode(422).body(
                allOf(containsString("href=\"#f-number\""), containsString("href=\"#f-code\"")));
    }

    @Test
    void tellsAGuesserToWait() {
        Response last = null;
        for (int tries = 0; tries < 11; tries++) {
            last = lookUp("liaocheng", "LC202601010000017", "23456789");
        }
        last.then().statusCode(429).body(containsString("操作过于频繁"));
    }

    private String code(String number) {
        Matcher found = CODE.matcher(wizard.ask().get("/report/done/" + number).body().asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Response lookUp(String city, String number, String code) {
        return Ask.in(city)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("number", number)
                .formParam("code", code)
                .post("/lookup");
    }
}
