package cn.shiyu.support;

import io.restassured.RestAssured;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens of demo accounts, from the real Keycloak, by name and password. */
public final class Tokens {

    private record Token(String value, Instant until) {}

    private static final Map<String, Token> KNOWN = new ConcurrentHashMap<>();

    private Tokens() {}

    /** @param city as {@code jieshou}; {@code login} as {@code resident1} or {@code dispatcher1} */
    public static String of(String city, String login) {
        return KNOWN.compute(city + "/" + login, (key, known) -> isFresh(known) ? known : ask(city, login))
                .value();
    }

    private static boolean isFresh(Token token) {
        return token != null && Instant.now().isBefore(token.until());
    }

    private static Token ask(String city, String login) {
        String token = RestAssured.given()
                .baseUri(setting("shiyu.identity.url"))
                .formParam("grant_type", "password")
                .formParam("client_id", "shiyu-web")
                .formParam("client_secret", setting("shiyu.identity.client-secret"))
                .formParam("username", login)
                .formParam("password", "shiyu-demo")
                .post("/realms/" + city + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new Token(token, Instant.now().plusSeconds(120));
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
