package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Phone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What bad input is answered with: a table, one row each ({@link BadMiniInputs}, {@link BadPortalInputs},
 * {@link BadConsoleInputs}). No row may end in a fault of ours; every refusal says in Chinese what to do.
 */
@QuarkusTest
class BadInputIT {

    static Stream<BadInput> table() {
        return Stream.of(BadMiniInputs.table(), BadMiniInputs.strangers(), BadPortalInputs.table(), BadConsoleInputs.table())
                .flatMap(rows -> rows.stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void isRefusedInWordsAndNeverFails(BadInput bad) {
        bad.isAnsweredAsTheTableSays();
    }

    @Test
    void scriptInTextIsWordsAndIsShownAsWords() {
        String script = "<script>alert('1')</script>\"><img src=x onerror=alert(1)> ${7*7} {7*7}";
        Phone me = Phone.in("jieshou");
        var receipt = me.sends(me.words("subject", script));
        receipt.then().statusCode(201);
        assertThat(me.get("/cases/" + receipt.path("number")).<String>path("subject")).isEqualTo(script);
        String page = Ask.in("jieshou")
                .accept("text/html")
                .formParam("number", receipt.<String>path("number"))
                .formParam("code", receipt.<String>path("lookUpCode"))
                .post("/lookup")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("&lt;script&gt;", "${7*7} {7*7}").doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void everyWordOfEveryScriptOfTheWorldComesBackAsItWasTyped() {
        String words = "生僻字𠮷𣑯𪚥、emoji 👨‍👩‍👧、藏文 བོད、ئۇيغۇر، line\u2028separator, tab\t, 〇 and \"quotes\"";
        Phone me = Phone.in("jieshou");
        String number = me.sends(me.words("body", words)).then().statusCode(201).extract().path("number");
        assertThat(me.get("/cases/" + number).<String>path("body")).isEqualTo(words);
    }
}
