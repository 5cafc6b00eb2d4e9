package cn.shiyu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import cn.shiyu.casework.console.Clerk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures come from events, open their cases, and stay within their city and unit. */
@QuarkusTest
class AssessmentIT {

    private final Clerk assessor = new Clerk("jieshou", "assessor1");
    private final Clerk handler = new Clerk("jieshou", "cg-handler1");
    private String number;

    @BeforeEach
    void aCaseIsFinishedAndFollowedUp() {
        number = new Clerk("jieshou", "hotline1").takesDown("考核要数到的诉求", "341282002000");
        new Clerk("jieshou", "dispatcher1")
                .does(number, "acceptance", Map.of("category", "order.waste.household", "grade", "NORMAL", "visibility", "PUBLIC"))
                .does(number, "dispatch", Map.of("lead", "D-urban-management"));
        handler.does(number, "start", Map.of()).does(number, "completion", Map.of("reply", "已于当天清运完毕，并回访。"));
        new Clerk("jieshou", "followup1")
                .does(
                        number,
                        "follow-up",
                        Map.of("reached", "true", "responded", "true", "solved", "true", "satisfaction", "BASICALLY_SATISFIED"));
    }

    private String week(Clerk clerk) {
        String way = clerk.ask().get("/console/assessment").then().statusCode(303).extract().header("Location");
        return way.replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void countsTheEventsOfTheWeekAndOpensTheCasesBehindEachFigure() {
        String week = week(assessor);
        assertThat(assessor.reads(week)).contains("城市管理行政执法局", "综合得分", "样本少");
        for (Figure figure : List.of(Figure.DISPATCHED, Figure.FINISHED, Figure.ON_TIME, Figure.FOLLOWED_UP, Figure.RESPONDED, Figure.SOLVED, Figure.SATISFIED)) {
            assertThat(assessor.reads(week + "/D-urban-management/" + figure.code())).contains(number);
        }
        assertThat(assessor.reads(week + "/D-urban-management/returned")).doesNotContain(number);
        assertThat(assessor.reads(week.replaceFirst("/w.*", "/m" + java.time.YearMonth.now(Period.ZONE)))).contains("合计");
    }

    @Test
    void givesTheSheetToASpreadsheet() {
        assessor.ask().get(week(assessor) + "/sheet.csv").then().statusCode(200).header("Content-Type", containsString("text/csv"))
                .body(containsString("\"界首市城市管理行政执法局\",\""));
    }

    @Test
    void showsAUnitItsOwnFiguresAlone() {
        assertThat(handler.reads(week(handler))).contains("城市管理行政执法局").doesNotContain("住房和城乡建设局");
        handler.ask().get(week(handler) + "/D-housing/dispatched").then().statusCode(404);
        new Clerk("jieshou", "hotline1").ask().get(week(assessor)).then().statusCode(403);
    }

    @Test
    void staysWithinItsCity() {
        Clerk stranger = new Clerk("liaocheng", "assessor1");
        assertThat(stranger.reads(week(stranger))).doesNotContain("界首市");
        stranger.ask().get(week(stranger) + "/T341282002000/dispatched").then().statusCode(404);
        assertThat(stranger.reads(week(stranger) + "/D-urban-management/dispatched")).doesNotContain(number);
    }

    @Test
    void knowsNoPeriodThatIsNone() {
        assessor.ask().get("/console/assessment/w2026-02-31").then().statusCode(404);
        assessor.ask().get("/console/assessment/m2999-01").then().statusCode(404);
    }
}
