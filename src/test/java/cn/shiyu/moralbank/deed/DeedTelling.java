package cn.shiyu.moralbank.deed;

import cn.shiyu.moralbank.EarnBank;
import cn.shiyu.support.Ask;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The form of a good deed as a browser sends it. */
public final class DeedTelling {

    private DeedTelling() {}

    /** @return id of one's own deed */
    public static String own(String login, String words) {
        return tell(login, words, "").statusCode(303).extract().header("Location").replaceAll(".*/deeds/([0-9a-f-]{36}).*", "$1");
    }

    /** @param phone of who did it, empty for one's own */
    static ValidatableResponse tell(String login, String words, String phone) {
        RequestSpecification form = Ask.in("jieshou", login).accept("text/html").contentType("multipart/form-data");
        String[][] fields = {
            {"idempotencyKey", UUID.randomUUID().toString()}, {"kind", "deed.help"}, {"township", "341282001000"},
            {"village", "341282001001"}, {"day", EarnBank.day(-1)}, {"words", words}, {"phone", phone}
        };
        for (String[] field : fields) {
            form = form.multiPart(new MultiPartSpecBuilder(field[1]).controlName(field[0]).charset("UTF-8").build());
        }
        return form.post("/bank/deeds").then();
    }
}
