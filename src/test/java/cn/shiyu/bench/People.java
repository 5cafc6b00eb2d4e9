package cn.shiyu.bench;

import cn.shiyu.bench.load.Answer;
import cn.shiyu.bench.load.Generator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who asks: residents signed in through the stand-in of WeChat, staff with tokens of the real Keycloak. */
final class People {

    /** At sixty submissions an hour each, enough for the whole run. */
    static final int RESIDENTS = 3_000;

    private static final long FRESH_NANOS = 200_000_000_000L;

    private record Token(String value, long at) {}

    private final Generator generator;
    private final String identityUrl;
    private final List<String> residents = new ArrayList<>();
    private final Map<String, Token> staff = new ConcurrentHashMap<>();
    private int next;

    People(Generator generator, String identityUrl) {
        this.generator = generator;
        this.identityUrl = identityUrl;
    }

    /** Signs the residents in, each from an address of their own. */
    void signIn() {
        int[] signed = {0};
        generator.closed(8, 60, () -> {
            if (signed[0] >= RESIDENTS) {
                return Future.succeededFuture(Answer.NONE);
            }
            return signIn(signed[0]++);
        }, () -> residents.size() >= RESIDENTS);
        if (residents.size() < RESIDENTS) {
            throw new IllegalStateException("only " + residents.size() + " residents could sign in");
        }
    }

    private Future<Answer> signIn(int index) {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "X-Forwarded-For", address(index));
        Buffer body = new JsonObject().put("code", "bench-" + UUID.randomUUID()).toBuffer();
        return generator.send(HttpMethod.POST, "/mini/v1/session", headers, body).onSuccess(answer -> {
            if (answer.status() == 200) {
                residents.add(answer.body().toJsonObject().getString("token"));
            }
        });
    }

    static String address(int index) {
        return "10." + (index >> 16 & 255) + "." + (index >> 8 & 255) + "." + (index & 255);
    }

    /** One resident after the other. @return the session's header */
    String resident() {
        next = (next + 1) % residents.size();
        return "Bearer " + residents.get(next);
    }

    /** The same one for the same number, from 0; after the last comes the first again. */
    String resident(long number) {
        return "Bearer " + residents.get((int) (number % residents.size()));
    }

    /** @return the token's header, asked anew before it gets old */
    String staff(String login) {
        Token known = staff.get(login);
        if (known == null || System.nanoTime() - known.at() > FRESH_NANOS) {
            known = new Token(ask(login), System.nanoTime());
            staff.put(login, known);
        }
        return "Bearer " + known.value();
    }

    private String ask(String login) {
        String form = "grant_type=password&client_id=shiyu-web&client_secret=" + Application.CLIENT_SECRET + "&username=" + login
                + "&password=shiyu-demo";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(identityUrl + "/realms/jieshou/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(login + " cannot sign in: " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body()).required("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException(login + " cannot sign in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
