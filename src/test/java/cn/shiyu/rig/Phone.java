package cn.shiyu.rig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A resident of Jieshou with the mini-program. */
public final class Phone {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOST = "jieshou.localhost";
    private static final int TRIES = 20;
    private static final String TOWNSHIP = "341282002000";

    private final LoadBalancer city;
    private final String token;

    private Phone(LoadBalancer city, String token) {
        this.city = city;
        this.token = token;
    }

    /** Tries again for a while: on a busy machine the stand-in for WeChat may answer too late. */
    public static Phone signIn(LoadBalancer city) {
        Reply reply = askForSession(city);
        for (int i = 0; i < TRIES && reply.status() != 200; i++) {
            Rig.pause(Duration.ofSeconds(1));
            reply = askForSession(city);
        }
        if (reply.status() != 200) {
            throw new IllegalStateException("no session: " + reply.status() + " " + reply.body());
        }
        return new Phone(city, reply.json().path("token").asText());
    }

    public static Reply askForSession(LoadBalancer city) {
        return city.send(
                "POST",
                HOST,
                "/mini/v1/session",
                Map.of("Content-Type", "application/json"),
                "{\"code\":\"rig-" + UUID.randomUUID() + "\"}");
    }

    /** @param key of idempotency; it stands in the words too, so that a double would show in the database */
    public Reply submit(String key) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("kind", "REQUEST");
        typed.put("subject", "路灯整晚不亮");
        typed.put("body", "东环路北段路灯坏了一个星期,孩子放学看不清路。" + key);
        typed.put("region", TOWNSHIP);
        typed.put("visibility", "PUBLIC");
        typed.put("contactName", "张三");
        typed.put("contactPhone", "13800001234");
        return city.send(
                "POST",
                HOST,
                "/mini/v1/cases",
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key),
                write(typed));
    }

    public Reply cases() {
        return get("/mini/v1/cases");
    }

    /** With a fresh key of idempotency. */
    public Reply post(String path, Map<String, ?> typed) {
        return post(path, typed, UUID.randomUUID().toString());
    }

    public Reply post(String path, Map<String, ?> typed, String key) {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + token, "Content-Type", "application/json", "Idempotency-Key", key);
        return city.send("POST", HOST, path, headers, write(typed));
    }

    public Reply get(String path) {
        return city.send("GET", HOST, path, Map.of("Authorization", "Bearer " + token), null);
    }

    private static String write(Object typed) {
        try {
            return JSON.writeValueAsString(typed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
