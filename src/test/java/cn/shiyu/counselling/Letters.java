package cn.shiyu.counselling;

import cn.shiyu.support.Ask;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Letters between residents and counsellors, over HTTP as browsers do it. */
final class Letters {

    private Letters() {}

    /** @return the talk's id */
    static String open(String city, String login, String to, String alias, String words) {
        String there = form(city, login)
                .formParam("idempotencyKey", fresh()).formParam("counsellor", to).formParam("field", "stress")
                .formParam("alias", alias).formParam("words", words)
                .post("/counselling/threads").then().statusCode(303).extract().header("Location");
        return there.replaceAll(".*/counselling/threads/([0-9a-f-]{36}).*", "$1");
    }

    static Response resident(String city, String login, String id, String act, String... fields) {
        return post(city, login, "/counselling/threads/" + id + "/" + act, fields);
    }

    static Response counsellor(String city, String login, String id, String act, String... fields) {
        return post(city, login, "/console/counselling/threads/" + id + "/" + act, fields);
    }

    private static Response post(String city, String login, String path, String... fields) {
        RequestSpecification form = form(city, login).formParam("idempotencyKey", fresh());
        for (int i = 0; i < fields.length; i += 2) {
            form = form.formParam(fields[i], fields[i + 1]);
        }
        return form.post(path);
    }

    static Response page(String city, String login, String path) {
        return Ask.in(city, login).accept("text/html").get(path);
    }

    static RequestSpecification form(String city, String login) {
        return Ask.in(city, login).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
