package cn.shiyu.open311;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Life;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another system with a key of a city, given by its administrator at the console: {@code Civic.of("jieshou").files()}. */
final class Civic {

    static final String BASE = "/open311/v2/";
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final Pattern KEY = Pattern.compile("id=\"key\"[^>]*>(sy311-[\\w-]{43})<");

    private final String city;
    private final String key;

    private Civic(String city, String key) {
        this.city = city;
        this.key = key;
    }

    static Civic of(String city) {
        return of(city, "市民随手拍", 1000);
    }

    static Civic of(String city, String name) {
        return of(city, name, 1000);
    }

    static Civic of(String city, String name, int perMinute) {
        String page = issue(city, UUID.randomUUID().toString(), name, "0558-4812345", Integer.toString(perMinute))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new Civic(city, keyOn(page));
    }

    static String keyOn(String page) {
        Matcher found = KEY.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no key on the page");
        }
        return found.group(1);
    }

    static Response issue(String city, String once, String name, String contact, String perMinute) {
        return admin(city)
                .contentType(FORM)
                .formParams(Map.of("idempotencyKey", once, "name", name, "contact", contact, "perMinute", perMinute))
                .post("/console/open311/keys");
    }

    static RequestSpecification admin(String city) {
        return Ask.in(city, "admin1").accept("text/html");
    }

    String key() {
        return key;
    }

    Civic in(String other) {
        return new Civic(other, key);
    }

    /** A whole filing, to be changed at will: names and values in turn; an empty value takes one away. */
    Map<String, String> words(String... changes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", key);
        form.put("service_code", "urban.streetlight");
        form.put("lat", "33.2701");
        form.put("long", "115.3551");
        form.put("address_string", "西城街道东环路北段公交站旁");
        form.put("description", "东环路北段路灯坏了一个星期，孩子放学看不清路。");
        form.put("attribute[pole_number]", "XC-0107");
        form.put("email", "wangxiaoming@example.cn");
        form.put("first_name", "小明");
        form.put("last_name", "王");
        form.put("phone", "13800004321");
        form.put("device_id", "device-7f3a9c");
        form.put("account_id", "account-20261");
        form.put("media_url", "https://photos.example.cn/lamp.jpg?a=1&b=2");
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        form.values().removeIf(String::isEmpty);
        return form;
    }

    Response sends(Map<String, String> form) {
        return ask().contentType(FORM).formParams(form).post(BASE + "requests.json");
    }

    /** Files something nobody filed before. @return its id */
    String files() {
        return sends(words("description", "路灯不亮，编号 " + UUID.randomUUID()))
                .then()
                .statusCode(201)
                .extract()
                .path("[0].service_request_id");
    }

    /** As anybody. */
    Response reads(String path) {
        return ask().get(BASE + path);
    }

    /** With the key. */
    Response readsOwn(String path) {
        return ask().queryParam("api_key", key).get(BASE + path);
    }

    void readsOwnIs(String id, int status) {
        readsOwn("requests/" + id + ".json").then().statusCode(status);
    }

    RequestSpecification ask() {
        return Ask.in(city);
    }

    /** Accepted by a dispatcher of 界首 and put on the board, in words that XML cannot say. */
    static String published(String id) {
        Life.accepted(id);
        Life.DISPATCHER.does(id, "publication", "boardSubject", "路灯不亮", "boardText", "路灯不亮 \u0001 <x>。");
        return id;
    }
}
