package cn.shiyu.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A member of staff at the console, by its forms: {@code Desk.of("jieshou", "dispatcher1").does(number, "start")}. */
public final class Desk {

    private final String city;
    private final String login;

    private Desk(String city, String login) {
        this.city = city;
        this.login = login;
    }

    public static Desk of(String city, String login) {
        return new Desk(city, login);
    }

    public RequestSpecification ask() {
        return Ask.in(city, login).accept("text/html");
    }

    public Response sees(String number) {
        return ask().get("/console/cases/" + number);
    }

    /** Sends one step's form with the version the case has now. */
    public Response sends(String number, String step, String... fields) {
        return sendsHavingSeen(version(number), number, step, fields);
    }

    /** @param version as the page showed it; null sends none */
    public Response sendsHavingSeen(String version, String number, String step, String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        if (version != null) {
            form.put("version", version);
        }
        return ask().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/console/cases/" + number + "/" + step);
    }

    /** The same, and it must be taken: a redirect to the page that shows it. */
    public Desk does(String number, String step, String... fields) {
        Response answer = sends(number, step, fields);
        assertThat(answer.statusCode())
                .as("%s sends %s: %s", login, step, answer.statusCode() == 303 ? "" : answer.body().asString())
                .isEqualTo(303);
        return this;
    }

    /** What the case's page would carry; read past the application, as a person reads a page. */
    public String version(String number) {
        try (Connection database = Databases.asApplicationIn(city)) {
            List<String> found =
                    Databases.column(database, "select version from case_file where number = ?", number);
            return found.isEmpty() ? "0" : found.get(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
