package cn.shiyu.casework.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import cn.shiyu.support.Ask;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportIT {

    private final Wizard wizard = new Wizard("jieshou", "resident1");

    @Test
    void explainsWhyOneSignsInAndThenComesBack() {
        Ask.in("jieshou").accept("text/html").get("/report").then().statusCode(200).body(
                allOf(containsString("为什么要登录"), containsString("/login?next=/report")));
        Ask.in("jieshou").accept("text/html").get("/report/kind").then().statusCode(302).header(
                "Location", containsString("/realms/jieshou/"));
    }

    @Test
    void takesAReportWithoutJavaScript() {
        String number = wizard.submits();
        assertThat(number).matches("JS\\d{15}");
        wizard.ask().get("/report/done/" + number).then().statusCode(200).body(
                allOf(containsString(number), containsString("查询码")));
        wizard.ask().get("/cases/" + number).then().statusCode(200).body(
                allOf(containsString("幸福路路灯不亮"), containsString("为什么是这个时间"), containsString("王*")));
    }

    @Test
    void makesOneCaseOfAFormSentThreeTimes() {
        String key = wizard.fillsIn().key();
        String number = Wizard.number(wizard.sends(key));
        assertThat(Wizard.number(wizard.sends(key))).isEqualTo(number);
        assertThat(Wizard.number(wizard.sends(key))).isEqualTo(number);
    }

    @Test
    void keepsWhatWasTypedWhenAFieldIsWrong() {
        wizard.restarts()
                .answers("words", Map.of("subject", "只有标题<b>", "body", ""))
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("href=\"#f-body\""),
                        containsString("value=\"只有标题&lt;b&gt;\""),
                        not(containsString("<b>"))));
        wizard.ask().get("/report/words").then().body(containsString("只有标题"));
    }

    @Test
    void namesAPhoneThatIsNone() {
        wizard.answers("privacy", Map.of("visibility", "PUBLIC", "contactPhone", "12"))
                .then()
                .statusCode(422)
                .body(allOf(containsString("11 位手机号"), containsString("value=\"12\"")));
    }

    @Test
    void listsVillagesWithoutJavaScript() {
        wizard.answers("place", Map.of("township", "341282001000", "act", "list"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/report/place"));
        wizard.ask().get("/report/place").then().body(matchesPattern("(?s).*value=\"341282001\\d{3}\".*"));
    }

    @Test
    void forgetsAVillageOfAnotherTownship() {
        wizard.answers("place", Map.of("township", "341282002000", "village", "341282001001"))
                .then()
                .statusCode(303);
        wizard.ask().get("/report/place").then().body(not(containsString("value=\"341282001001\" selected")));
    }

    @Test
    void leadsBackToWhatIsMissing() {
        wizard.restarts().answers("kind", Map.of("kind", "REQUEST"));
        wizard.ask().get("/report/check").then().statusCode(303).header("Location", endsWith("/report/words?from=check"));
    }

    @Test
    void takesNothingThatNobodyTypes() {
        wizard.answers("words", Map.of("subject", "长", "body", "字".repeat(70_000))).then().statusCode(422);
        wizard.answers("words", Map.of("subject", "长", "body", "字".repeat(4001))).then().statusCode(422).body(
                containsString("最多 4000 字"));
    }
}
