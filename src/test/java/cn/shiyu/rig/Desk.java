package cn.shiyu.rig;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Somebody of Jieshou's staff, signed in at the real Keycloak; the token is renewed before it ends, while that works. */
public final class Desk {

    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Rig rig;
    private final String login;
    private String token;
    private long asked;

    private Desk(Rig rig, String login) {
        this.rig = rig;
        this.login = login;
    }

    public static Desk signIn(Rig rig, String login) {
        Desk desk = new Desk(rig, login);
        desk.renew();
        if (desk.token == null) {
            throw new IllegalStateException(login + " cannot sign in");
        }
        return desk;
    }

    public synchronized String token() {
        if (System.nanoTime() - asked > FRESH.toNanos()) {
            renew();
        }
        return token;
    }

    private void renew() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(rig.identityUrl() + "/realms/jieshou/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=shiyu-web&client_secret="
                        + Rig.CLIENT_SECRET + "&username=" + login + "&password=shiyu-demo"))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                token = new ObjectMapper().readTree(answer.body()).path("access_token").asText();
                asked = System.nanoTime();
            }
        } catch (IOException away) {
            // The old one lasts a while longer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
