package cn.shiyu.casework.console;

import cn.shiyu.support.Ask;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member of staff at the console, as a browser without JavaScript: {@code new Clerk("jieshou", "dispatcher1").does(number, "acceptance", …)}. */
public final class Clerk {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"idempotencyKey\" value=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("<strong>([A-Z]{2,4}\\d{15})</strong>");
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private final String city;
    private final String login;

    public Clerk(String city, String login) {
        this.city = city;
        this.login = login;
    }

    public RequestSpecification ask() {
        return Ask.in(city, login).accept("text/html");
    }

    public String reads(String path) {
        return ask().get(path).then().statusCode(200).extract().asString();
    }

    /** Opens the step's form and sends it. */
    public Response sends(String number, String act, Map<String, ?> fields) {
        return sends(number, act, found(VERSION, reads("/console/cases/" + number + "/" + act)), fields);
    }

    Response sends(String number, String act, String version, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("version", version);
        return ask().contentType(FORM).formParams(all).post("/console/cases/" + number + "/" + act);
    }

    /** The same, and it must succeed. */
    public Clerk does(String number, String act, Map<String, ?> fields) {
        sends(number, act, fields).then().statusCode(303);
        return this;
    }

    /** Takes a case down for a caller; only for hotline agents. @return its number */
    public String takesDown(String subject, String region) {
        String key = found(KEY, reads("/console/cases/new"));
        return found(NUMBER, intake(key, subject, region).then().statusCode(200).extract().asString());
    }

    Response intake(String key, String subject, String region) {
        return ask().contentType(FORM)
                .formParams(Map.of(
                        "idempotencyKey", key,
                        "kind", "REQUEST",
                        "subject", subject,
                        "body", "小区门口垃圾三天没有清运，气味很大，请打13800000001联系我。",
                        "region", region,
                        "contactName", "王女士",
                        "contactPhone", "13800000001",
                        "visibility", "PUBLIC"))
                .post("/console/cases/new");
    }

    static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " on the page");
        }
        return found.group(1);
    }

    static Map<String, ?> followUp(boolean solved, String satisfaction) {
        return Map.of("reached", "true", "responded", "true", "solved", solved, "satisfaction", satisfaction);
    }

    static Map<String, ?> dispatchTo(String lead, String... assists) {
        return Map.of("lead", lead, "assists", List.of(assists));
    }
}
