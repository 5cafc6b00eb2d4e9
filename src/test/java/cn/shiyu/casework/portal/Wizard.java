package cn.shiyu.casework.portal;

import cn.shiyu.support.Ask;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the report wizard as a browser without JavaScript does: {@code new Wizard("jieshou", "resident1").submits()}. */
final class Wizard {

    private static final Pattern KEY = Pattern.compile("name=\"idempotencyKey\" value=\"([^\"]+)\"");
    private static final Map<String, String> TOWNSHIP = Map.of("jieshou", "341282001000", "liaocheng", "371502001000");

    private final String city;
    private final String login;

    Wizard(String city, String login) {
        this.city = city;
        this.login = login;
    }

    RequestSpecification ask() {
        return Ask.in(city, login).accept("text/html");
    }

    Wizard restarts() {
        ask().post("/report/restart").then().statusCode(303);
        return this;
    }

    Response answers(String step, Map<String, String> fields) {
        return ask().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(fields).post("/report/" + step);
    }

    Wizard fillsIn() {
        restarts();
        answers("kind", Map.of("kind", "REQUEST"));
        answers("words", Map.of("subject", "幸福路路灯不亮", "body", "晚上看不清路，已经一周，希望尽快修好。"));
        answers("topic", Map.of("choice", "unsure"));
        answers("place", Map.of("county", "371502000000", "township", TOWNSHIP.get(city), "address", "幸福路 12 号"));
        answers("privacy", Map.of("visibility", "PUBLIC", "contactName", "王女士", "contactPhone", "13800000001"));
        return this;
    }

    String key() {
        Matcher found = KEY.matcher(ask().get("/report/check").body().asString());
        if (!found.find()) {
            throw new AssertionError("nothing to check for " + login);
        }
        return found.group(1);
    }

    Response sends(String key) {
        return ask().formParam("idempotencyKey", key).post("/report/check");
    }

    /** @return the new case's number */
    String submits() {
        return number(fillsIn().sends(key()));
    }

    static String number(Response sent) {
        String way = sent.then().statusCode(303).extract().header("Location");
        return way.substring(way.lastIndexOf('/') + 1);
    }
}
