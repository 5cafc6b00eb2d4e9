package cn.shiyu.support;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the stand-in of the SMS gateway was asked to send. */
public final class SentMessages {

    private SentMessages() {}

    /** What was filled into the newest message to this number. @param phone without country code */
    public static List<String> newestTo(String phone) {
        String url = ConfigProvider.getConfig().getValue("shiyu.sms.url", String.class);
        List<String> bodies = RestAssured.given()
                .contentType("application/json")
                .body("{\"method\":\"POST\",\"url\":\"/\"}")
                .post(url + "/__admin/requests/find")
                .jsonPath()
                .getList("requests.sort { it.loggedDate }.body");
        return bodies.stream()
                .map(JsonPath::from)
                .filter(body -> body.getString("PhoneNumberSet[0]").endsWith(phone))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("nothing was sent to " + phone))
                .getList("TemplateParamSet");
    }
}
