package cn.shiyu.rig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * What somebody got for a request.
 *
 * @param status 0 when the connection broke or nothing came in time: an ingress would say 502 or 504
 * @param millis how long they waited
 */
public record Reply(int status, String body, HttpHeaders headers, long millis) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<String> response, long millis) {
        return new Reply(response.statusCode(), response.body(), response.headers(), millis);
    }

    static Reply none(long millis) {
        return new Reply(0, "", HttpHeaders.of(Map.of(), (name, value) -> true), millis);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(status + " is not JSON: " + body, e);
        }
    }

    /** The problem's code; empty when the answer is no problem+json. */
    public String code() {
        return body.startsWith("{") ? json().path("code").asText("") : "";
    }

    /** How long the answer asks to wait; nothing when it does not ask. */
    public Duration retryAfter() {
        return headers.firstValue("Retry-After").map(Long::parseLong).map(Duration::ofSeconds).orElse(Duration.ZERO);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Whether it shows what no person should see: a stack, a class, a statement. */
    public boolean showsInnards() {
        return body.contains("Exception") || body.contains("\tat ") || body.contains("io.vertx") || body.contains("insert into");
    }
}
