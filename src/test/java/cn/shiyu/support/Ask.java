package cn.shiyu.support;

import static io.restassured.config.HttpClientConfig.httpClientConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;

/**
 * Requests to one city: {@code Ask.in("jieshou", "resident1").get("/cases")}. The city goes by the Host header, since not
 * every JVM resolves {@code *.localhost}. Redirects are answers, not followed; every request has a time-out.
 */
public final class Ask {

    private static final int FIVE_SECONDS = 5_000;
    private static final int HALF_A_MINUTE = 30_000;

    private static final RestAssuredConfig IMPATIENT = RestAssuredConfig.config()
            .httpClient(httpClientConfig()
                    .setParam("http.connection.timeout", FIVE_SECONDS)
                    .setParam("http.socket.timeout", HALF_A_MINUTE));

    private Ask() {}

    /** As nobody in particular. */
    public static RequestSpecification in(String city) {
        return host(city + ".localhost:" + RestAssured.port);
    }

    /** As this demo account, by a bearer token. */
    public static RequestSpecification in(String city, String login) {
        return in(city).auth().preemptive().oauth2(Tokens.of(city, login));
    }

    public static RequestSpecification host(String host) {
        return RestAssured.given()
                .config(IMPATIENT)
                .header("Host", host)
                .redirects()
                .follow(false);
    }
}
