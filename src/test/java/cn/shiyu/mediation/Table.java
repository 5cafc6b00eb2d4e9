package cn.shiyu.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** People round a mediation, over HTTP as their browsers would: fields come in pairs, name then value. */
public final class Table {

    public static final String CITY = "jieshou";
    public static final String STORY = "楼上水管从十月起往我家漏水，天花板掉了一块";
    public static final String CLAIM = "修好漏水，赔偿三千元";
    public static final String OTHERS_PHONE = "13900006677";

    private Table() {}

    public static ValidatableResponse postIn(String city, String login, String path, String... fields) {
        RequestSpecification form = html(city, login).formParam("idempotencyKey", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form = form.formParam(fields[i], fields[i + 1]);
        }
        return form.post(path).then();
    }

    public static ValidatableResponse post(String login, String path, String... fields) {
        return postIn(CITY, login, path, fields);
    }

    public static Response pageIn(String city, String login, String path) {
        return html(city, login).get(path);
    }

    public static String page(String login, String path) {
        Response page = pageIn(CITY, login, path);
        assertThat(page.statusCode()).as(login + " at " + path).isEqualTo(200);
        return page.asString();
    }

    public static RequestSpecification html(String city, String login) {
        return Ask.in(city, login).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** @return the mediation's id */
    public static String applied(String login, String... mediators) {
        String to = post(
                        login, "/mediations", "shelf", "neighbours", "township", "341282001000", "title", "楼上漏水", "story", STORY,
                        "claim", CLAIM, "ownName", "苏晓禾", "ownPhone", "13800009001", "otherName", "方志远", "otherPhone",
                        OTHERS_PHONE, "mediator1", mediators[0], "mediator2", mediators.length > 1 ? mediators[1] : "",
                        "mediator3", mediators.length > 2 ? mediators[2] : "")
                .statusCode(303).extract().header("Location");
        return to.replaceAll(".*/mediations/([0-9a-f-]{36}).*", "$1");
    }

    /** Address of the invitation, as the applicant sees it. */
    public static String link(String applicant, String id) {
        String page = page(applicant, "/mediations/" + id);
        return page.replaceAll("(?s).*id=\"invitation-link\"[^>]*>[^<]*(/invitations/[A-Za-z0-9_-]+)<.*", "$1");
    }

    /** The other party opens its invitation. */
    public static void opened(String applicant, String respondent, String id) {
        post(respondent, link(applicant, id), "digits", OTHERS_PHONE.substring(7)).statusCode(303);
    }

    /** The other party takes this mediator. */
    public static void chosen(String respondent, String id, String mediator) {
        post(respondent, "/mediations/" + id + "/choice", "mediator", mediator, "ownName", "方志远", "ownPhone", OTHERS_PHONE,
                        "story", "我家水管去年刚换过", "claim", "")
                .statusCode(303);
    }

    /** Under way between resident1 and resident2. */
    public static String underWay(String mediator) {
        String id = applied("resident1", mediator);
        opened("resident1", "resident2", id);
        chosen("resident2", id, mediator);
        post(mediator, "/console/mediation/" + id + "/acceptance", "free", "true").statusCode(303);
        return id;
    }
}
