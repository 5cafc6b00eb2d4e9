package cn.shiyu.casework.console;

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

/** The steps of the console over HTTP, as staff without JavaScript take them. */
@QuarkusTest
class CaseDeskIT {

    /** A township without a dispatcher of its own: its cases go to the city's centre. */
    private static final String TOWNSHIP = "341282002000";

    private static final Map<String, ?> CLASSIFIED =
            Map.of("category", "order.waste.household", "grade", "NORMAL", "visibility", "PUBLIC");

    private final Clerk hotline = new Clerk("jieshou", "hotline1");
    private final Clerk dispatcher = new Clerk("jieshou", "dispatcher1");
    private final Clerk handler = new Clerk("jieshou", "cg-handler1");
    private final Clerk agent = new Clerk("jieshou", "followup1");

    private String taken() {
        return hotline.takesDown("垃圾三天没有清运", TOWNSHIP);
    }

    private String dispatched() {
        String number = taken();
        dispatcher.does(number, "acceptance", CLASSIFIED).does(number, "dispatch", Clerk.dispatchTo("D-urban-management", "D-housing"));
        return number;
    }

    @Test
    void leadsACaseThroughItsWholeLife() {
        String number = dispatched();
        handler.does(number, "start", Map.of("words", "已电话联系"))
                .does(number, "log", Map.of("words", "已安排清运", "audience", "resident"))
                .does(number, "completion", Map.of("reply", "已于当天清运完毕，并增加清运频次。"));
        agent.does(number, "follow-up", Clerk.followUp(true, "SATISFIED"));
        dispatcher.does(number, "closure", Map.of());
        assertThat(dispatcher.reads("/console/cases/" + number)).contains("已结案", "增加清运频次", "已安排清运");
    }

    @Test
    void offersEachStepOnlyToThoseForWhomItWorks() {
        String number = dispatched();
        assertThat(handler.reads("/console/cases/" + number)).contains("/start#act", "/return#act").doesNotContain("/dispatch#act");
        assertThat(dispatcher.reads("/console/cases/" + number)).doesNotContain("/start#act").contains("/classification#act");
        handler.ask().formParam("version", 2).post("/console/cases/" + number + "/dispatch").then().statusCode(409);
        assertThat(handler.reads("/console/cases/" + number + "/dispatch")).doesNotContain("name=\"lead\"");
    }

    @Test
    void namesEachFieldAtFaultAndKeepsTheRest() {
        dispatcher.sends(taken(), "acceptance", Map.of("grade", "URGENT"))
                .then()
                .statusCode(422)
                .body(allOf(containsString("href=\"#f-category\""), matchesPattern("(?s).*value=\"URGENT\"\\s+checked.*")));
    }

    @Test
    void givesBackWhatWasTypedWhenSomebodyWasFaster() {
        String number = taken();
        dispatcher.sends(number, "escalation", "7", Map.of("reason", "写了很久的理由"))
                .then()
                .statusCode(409)
                .body(containsString("写了很久的理由"));
        dispatcher.sends(number, "refusal", "7", Map.of("reason", "LITIGATION", "note", "写了很久的<b>说明"))
                .then()
                .statusCode(409)
                .body(allOf(containsString("写了很久的&lt;b&gt;说明"), containsString("已被别人更新")));
        dispatcher.does(number, "acceptance", CLASSIFIED);
        dispatcher.sends(number, "acceptance", "0", Map.of("note", "步骤已不在"))
                .then()
                .statusCode(409)
                .body(containsString("步骤已不在"));
    }

    @Test
    void sendsAReturnBackAndTheHandlerToTheQueue() {
        String number = dispatched();
        handler.sends(number, "return", Map.of("cause", "不属于本单位职责", "reason", "应由住建部门负责", "proposed", "D-housing"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/console?done=console.return"));
        assertThat(dispatcher.reads("/console/cases/" + number)).contains("不属于本单位职责:应由住建部门负责", "待派遣");
    }

    @Test
    void showsAContactOnceAndWritesItDown() {
        String number = taken();
        assertThat(dispatcher.reads("/console/cases/" + number)).contains("138****0001").doesNotContain("tel:13800000001");
        dispatcher.ask().post("/console/cases/" + number + "/contact-view").then().statusCode(200).body(
                allOf(containsString("tel:13800000001"), containsString("王女士")));
        assertThat(dispatcher.reads("/console/cases/" + number)).contains("查看联系方式").doesNotContain("tel:13800000001");
    }

    @Test
    void blotsOutThePhoneBeforeItGoesToTheBoard() {
        String number = taken();
        dispatcher.does(number, "acceptance", CLASSIFIED);
        assertThat(dispatcher.reads("/console/cases/" + number + "/publication")).contains("请打***联系我");
    }

    @Test
    void makesOneCaseOfACallSentTwice() {
        String first = hotline.intake("call-key-0001", "路灯不亮", TOWNSHIP).asString();
        String second = hotline.intake("call-key-0001", "路灯不亮", TOWNSHIP).asString();
        assertThat(second).isEqualTo(first).contains("查询码");
    }

    @Test
    void isThereForStaffAlone() {
        Ask.in("jieshou").accept("text/html").get("/console").then().statusCode(302);
        Ask.in("jieshou", "resident1").accept("text/html").get("/console").then().statusCode(403);
        dispatcher.ask().get("/console/cases/new").then().statusCode(403);
    }

    @Test
    void hidesEverythingFromTheOtherCity() {
        String number = taken();
        Clerk stranger = new Clerk("liaocheng", "dispatcher1");
        stranger.ask().get("/console/cases/" + number).then().statusCode(404);
        stranger.ask().get("/console/cases/" + number + "/acceptance").then().statusCode(404);
        stranger.sends(number, "acceptance", "0", CLASSIFIED).then().statusCode(404);
        stranger.ask().post("/console/cases/" + number + "/contact-view").then().statusCode(404);
        stranger.ask().get("/console?unit=C341282000000").then().statusCode(404);
        Ask.in("liaocheng", "dispatcher1").accept("text/event-stream").get("/console/live?unit=C341282000000").then().statusCode(404);
        stranger.ask().get("/console/cases?number=" + number).then().statusCode(404).body(not(containsString("垃圾")));
    }
}
