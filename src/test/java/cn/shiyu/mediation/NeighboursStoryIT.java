package cn.shiyu.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.files.Samples;
import cn.shiyu.platform.web.Times;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.support.SentMessages;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A dispute between neighbours from the first 诉求 to a fulfilled agreement, in browsers, by six people: who complains, on a phone;
 * the dispatcher, the handler and the follow-up agent of the case; the mediator; and the neighbour.
 */
@QuarkusTest
class NeighboursStoryIT {

    private static final String ON = "main form .sy-actions button:not([name])";
    private static final String DO = ".desk-act form .sy-actions button";
    private static final String OWN_PHONE = "13800009001";

    private Person applicant;
    private Person neighbour;
    private Person dispatcher;
    private Person handler;
    private Person agent;
    private Person mediator;

    private String number;
    private String mediation;

    @Test
    void neighboursQuarrelAgreeAndKeepTheirWord() {
        Ask.in("jieshou", "resident1").post("/report/restart").then().statusCode(303);
        applicant = new Person("jieshou", Hands.MOUSE, 360);
        neighbour = new Person("jieshou", Hands.MOUSE, 1280);
        dispatcher = new Person("jieshou", Hands.MOUSE, 1280).signsIn("dispatcher1", "/console");
        handler = new Person("jieshou", Hands.MOUSE, 1280).signsIn("sf-handler1", "/console");
        agent = new Person("jieshou", Hands.MOUSE, 1280).signsIn("followup1", "/console");
        mediator = new Person("jieshou", Hands.MOUSE, 360).signsIn("mediator1", "/console/mediation");
        theCaseIsReportedAndDispatched();
        theApplicantChoosesMediators();
        theNeighbourAnswersTheInvitation();
        theMediatorMediates();
        bothSign();
        theNeighbourKeepsItsWord();
        theCaseIsClosed();
    }

    private void theCaseIsReportedAndDispatched() {
        applicant.signsIn("resident1", "/report").presses("a[href='/report/kind']").chooses("kind", "DISPUTE").presses(ON)
                .fills("#f-subject", "楼上漏水泡坏我家天花板")
                .fills("#f-body", "楼上邻居家的水管从十月起漏水，我家天花板掉了一块，找过他三次都说不关他的事。").presses(ON)
                .chooses("choice", "unsure").presses(ON)
                .selects("#f-township", "341282002000").fills("#f-address", "幸福小区 3 号楼").presses(ON)
                .presses(ON)
                .chooses("visibility", "CONFIDENTIAL").fills("#f-contactName", "苏晓禾").fills("#f-contactPhone", OWN_PHONE).presses(ON)
                .presses("form[action='/report/check'] button");
        number = applicant.all(".sy-number-card strong").nth(0).textContent().strip();
        dispatcher.opens("/console/cases/" + number);
        act(dispatcher, "acceptance").selects("#f-category", "dispute.neighbour").chooses("grade", "NORMAL")
                .chooses("visibility", "CONFIDENTIAL").presses(DO);
        act(dispatcher, "dispatch").selects("#f-lead", "D-justice").fills("#f-note", "邻里纠纷，请引导调解。").presses(DO);
        handler.opens("/console/cases/" + number);
        act(handler, "start").fills("#f-words", "已联系双方，建议从专家超市选一位调解员。").presses(DO);
    }

    private void theApplicantChoosesMediators() {
        applicant.opens("/cases/" + number).finds("您可以从专家超市选一位调解员").looks("nb-01-case-with-offer");
        applicant.opens("/mediators?shelf=neighbours&case=" + number).looks("nb-02-supermarket");
        applicant.opens("/mediators/comparison?m=mediator1&m=mediator4&case=" + number).looks("nb-03-compare")
                .presses("main .sy-actions a").finds("这件事来自诉求 " + number).looks("nb-04-apply");
        applicant.presses("main form.sy-panel .sy-actions button").finds("请选择纠纷类别").looks("nb-05-apply-refused");
        applicant.selects("#f-shelf", "neighbours").fills("#f-claim", "修好水管，赔偿三千元")
                .fills("#f-ownName", "苏晓禾").fills("#f-ownPhone", OWN_PHONE)
                .fills("#f-otherName", "方志远").fills("#f-otherPhone", Table.OTHERS_PHONE)
                .presses("main form.sy-panel .sy-actions button").finds("待对方答复").looks("nb-06-applied");
        mediation = applicant.attribute("main form[action$='/invitation']", "action").replaceAll(".*/mediations/([0-9a-f-]{36})/.*", "$1");
    }

    private void theNeighbourAnswersTheInvitation() {
        String link = applicant.reads("#invitation-link").replaceAll("https?://[^/]+", "");
        neighbour.opens(link).finds("苏**").looks("nb-10-invitation").presses("main .sy-actions a").entersPassword("resident2")
                .fills("#f-digits", "1234").presses("main form .sy-actions button").finds("后四位不对").looks("nb-11-wrong-digits")
                .fills("#f-digits", Table.OTHERS_PHONE.substring(7)).presses("main form .sy-actions button")
                .finds("修好水管，赔偿三千元").looks("nb-12-asked");
        assertThat(neighbour.reads("main")).doesNotContain("找过他三次");
        neighbour.chooses("mediator", "mediator1").fills("#f-ownName", "方志远").fills("#f-ownPhone", Table.OTHERS_PHONE)
                .fills("#f-story", "水管是开发商装的，我也不想漏。")
                .presses("form[action$='/choice'] .sy-actions button").finds("待调解员接受").looks("nb-13-chosen");
    }

    private void theMediatorMediates() {
        mediator.opens("/console/mediation").finds("楼上漏水泡坏我家天花板").looks("nb-20-desk")
                .opens("/console/mediation/" + mediation).looks("nb-21-asked")
                .chooses("free", "true").presses("form[action$='/acceptance'] button").finds("调解中").looks("nb-22-taken");
        applicant.opens("/mediations/" + mediation).fills("textarea[name='words']", "只要修好、赔天花板的钱就行。")
                .presses("form[action$='/words'] .sy-actions button").finds("只要修好");
        applicant.all("details.med-form > summary").first().click();
        applicant.fills("#f-name", "天花板照片").fills("#f-shows", "漏水的位置和损坏的情况")
                .brings("#f-photos", "天花板.jpg", Samples.jpeg(1200, 900))
                .presses("form[action$='/evidence'] .sy-actions button").finds("天花板照片").looks("nb-07-evidence");
        mediator.opens("/console/mediation/" + mediation);
        mediator.all("details.med-form > summary").first().click();
        String slot = mediator.attribute("#f-slot option:nth-child(2)", "value");
        mediator.selects("#f-slot", slot).chooses("way", "VIDEO").presses("form[action$='/session'] .sy-actions button")
                .finds("进入视频调解室").looks("nb-23-session");
        neighbour.opens("/mediations/" + mediation).presses("form[action$='/yes'] button").finds("被申请人：能到").looks("nb-14-comes");
        mediator.opens("/console/mediation/" + mediation);
        mediator.all("details.med-form > summary").nth(1).click();
        mediator.all("form[action$='/minutes'] label:has(input[value='IN_PERSON'])").first().click();
        mediator.fills("#spot-place", "幸福小区 3 号楼楼道").fills("#f-minutes", "现场看了漏点，双方同意：三日内修好水管，赔偿三千元。")
                .presses("form[action$='/minutes'] .sy-actions button").finds("现场看了漏点").looks("nb-24-minutes");
    }

    private void bothSign() {
        String day = LocalDate.now(Times.ZONE).plusDays(7).toString();
        mediator.presses("form[action$='/agreement'] button").finds("水管是开发商装的").looks("nb-25-draft");
        mediator.fills("#f-terms", "一、被申请人修好水管。二、赔偿天花板损失三千元。三、双方就此事再无其他争议。")
                .selects("#f-debtor0", "RESPONDENT").fills("#f-duty0", "修好水管").fills("#f-due0", day)
                .selects("#f-debtor1", "RESPONDENT").fills("#f-duty1", "赔偿天花板损失").fills("#f-yuan1", "3000").fills("#f-due1", day)
                .presses("button[formaction$='/proposal']").finds("待签字").looks("nb-26-proposed");
        applicant.opens("/mediations/" + mediation).finds("请看清全文").presses("main a[href^='/agreements/']").looks("nb-08-to-sign")
                .presses("form[action$='/code'] button").fills("#f-code", SentMessages.newestTo(OWN_PHONE).get(0));
        draws(applicant);
        applicant.presses("form[action$='/signature'] .sy-actions button").finds("签字").looks("nb-09-signed");
        neighbour.opens("/mediations/" + mediation).presses("main a[href^='/agreements/']")
                .presses("form[action$='/code'] button").fills("#f-code", SentMessages.newestTo(Table.OTHERS_PHONE).get(0))
                .fills("#f-signature", "方志远").presses("form[action$='/signature'] .sy-actions button")
                .finds("已生效").finds("防伪摘要").looks("nb-15-in-force");
    }

    /** As a finger would: down, along, up. */
    private static void draws(Person person) {
        person.all(".agr-canvas").scrollIntoViewIfNeeded();
        BoundingBox box = person.all(".agr-canvas").boundingBox();
        Mouse mouse = person.all(".agr-canvas").page().mouse();
        mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3);
        mouse.down();
        mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.8, new Mouse.MoveOptions().setSteps(12));
        mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.3, new Mouse.MoveOptions().setSteps(12));
        mouse.up();
    }

    private void theNeighbourKeepsItsWord() {
        neighbour.presses("form[action$='/duties/1/report'] button").presses("form[action$='/duties/2/report'] button")
                .finds("已报告履行").looks("nb-16-reported");
        String agreement = neighbour.attribute("form[action$='/confirmation']", "action").replaceAll("/confirmation$", "");
        neighbour.presses("form[action$='/confirmation'] button").finds("您已同意，等对方同意");
        applicant.opens(agreement).presses("form[action$='/confirmation'] button").finds("双方同意申请")
                .presses("form[action$='/duties/1/receipt'] button").presses("form[action$='/duties/2/receipt'] button")
                .finds("已履行").looks("nb-10-fulfilled");
        applicant.opens("/mediations/" + mediation).finds("协议已履行").chooses("level", "VERY_SATISFIED")
                .presses("form[action$='/rating'] .sy-actions button").looks("nb-11-rated");
        mediator.opens("/console/mediation/" + mediation).chooses("kept", "true").fills("#f-words", "双方都说已经办好，楼道里碰面也打招呼了。")
                .presses("form[action$='/follow-up'] .sy-actions button").finds("双方按约定履行").looks("nb-27-followed-up");
    }

    private void theCaseIsClosed() {
        handler.opens("/console/cases/" + number).finds("协议已履行").looks("nb-30-case-with-mediation");
        act(handler, "completion").fills("#f-reply", "经调解双方达成协议并已全部履行，水管已修好，赔偿已付清。").presses(DO);
        agent.opens("/console/cases/" + number);
        act(agent, "follow-up").chooses("reached", "true").chooses("responded", "true").chooses("solved", "true")
                .chooses("satisfaction", "SATISFIED").fills("#f-words", "苏女士表示满意。").presses(DO).looks("nb-40-followed-up");
        applicant.opens("/cases/" + number).finds("这件纠纷的调解：协议已履行").looks("nb-12-end");
    }

    private Person act(Person person, String noun) {
        return person.presses("a[href='/console/cases/" + number + "/" + noun + "#act']");
    }

    @AfterEach
    void goHome() {
        for (Person person : new Person[] {applicant, neighbour, dispatcher, handler, agent, mediator}) {
            if (person != null) {
                person.close();
            }
        }
    }
}
