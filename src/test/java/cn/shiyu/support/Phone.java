package cn.shiyu.support;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A resident nobody met before, with the mini-program of their city on a phone: {@code Phone.in("jieshou").submits()}. */
public final class Phone {

    /** A township without a dispatcher of its own: its cases stand at the city's centre. */
    private static final Map<String, String> TOWNSHIP = Map.of("jieshou", "341282002000", "liaocheng", "371502001000");

    private final String city;
    private final String token;

    private Phone(String city, String token) {
        this.city = city;
        this.token = token;
    }

    public static Phone in(String city) {
        String token = Ask.in(city)
                .contentType(ContentType.JSON)
                .body(Map.of("code", "phone-" + UUID.randomUUID()))
                .post("/mini/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        return new Phone(city, token);
    }

    public String token() {
        return token;
    }

    public RequestSpecification ask() {
        return Ask.in(city).header("Authorization", "Bearer " + token);
    }

    public Response get(String path) {
        return ask().get("/mini/v1" + path);
    }

    public Response post(String path, Object body) {
        return ask().contentType(ContentType.JSON).body(body).post("/mini/v1" + path);
    }

    /** @return the new case's number */
    public String submits() {
        return sends(words()).then().statusCode(201).extract().path("number");
    }

    public Response sends(Object typed) {
        return sends(UUID.randomUUID().toString(), typed);
    }

    public Response sends(String key, Object typed) {
        return ask().header("Idempotency-Key", key).contentType(ContentType.JSON).body(typed).post("/mini/v1/cases");
    }

    /** @return the upload's id */
    public String uploads(String name, byte[] bytes) {
        return ask().multiPart("file", name, bytes).post("/mini/v1/files").then().statusCode(201).extract().path("id");
    }

    /** A whole submission, to be changed at will. */
    public Map<String, Object> words() {
        Map<String, Object> typed = new HashMap<>();
        typed.put("kind", "REQUEST");
        typed.put("subject", "路灯整晚不亮");
        typed.put("body", "东环路北段路灯坏了一个星期,孩子放学看不清路。");
        typed.put("region", TOWNSHIP.get(city));
        typed.put("visibility", "PUBLIC");
        typed.put("contactName", "张三");
        typed.put("contactPhone", "13800001234");
        return typed;
    }

    /** The same with one answer changed. */
    public Map<String, Object> words(String field, Object answer) {
        Map<String, Object> typed = words();
        typed.put(field, answer);
        return typed;
    }
}
