package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.files.Samples;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole life of a case in browsers, by six people: a resident, a dispatcher, a handler, a follow-up agent, an assessor, and
 * a resident of another city to whom it never exists. At a desk, on a phone, and with the keyboard alone. Pictures of every page
 * land in {@code target/screenshots}.
 */
@QuarkusTest
class WholeLifeStoryIT {

    private static final String ON = "main form .sy-actions button:not([name])";
    private static final String DO = ".desk-act form .sy-actions button";

    private Person resident;
    private Person dispatcher;
    private Person handler;
    private Person agent;
    private Person assessor;
    private Person stranger;

    private String number;
    private String code;
    private String photo;

    @ParameterizedTest(name = "with {0}, {1} pixels wide")
    @CsvSource({"MOUSE, 1280", "MOUSE, 360", "KEYBOARD, 1280"})
    void aCaseLivesItsWholeLife(Hands hands, int width) {
        Ask.in("jieshou", "resident1").post("/report/restart").then().statusCode(303);
        gather(hands, width);
        theResidentReports();
        theDispatcherAcceptsAndDispatches();
        theHandlerStarts();
        theResidentAddsWords();
        theHandlerFinishes();
        theDispatcherPublishes();
        theAgentFollowsUp();
        theResidentRates();
        theAgentCloses();
        everybodyLooksBack();
    }

    private void gather(Hands hands, int width) {
        resident = new Person("jieshou", hands, width);
        dispatcher = new Person("jieshou", hands, width).signsIn("dispatcher1", "/console");
        handler = new Person("jieshou", hands, width).signsIn("cg-handler1", "/console");
        agent = new Person("jieshou", hands, width).signsIn("followup1", "/console");
        assessor = new Person("jieshou", hands, width).signsIn("assessor1", "/console");
        stranger = new Person("liaocheng", hands, width).signsIn("resident1", "/");
    }

    @AfterEach
    void goHome() {
        for (Person person : new Person[] {resident, dispatcher, handler, agent, assessor, stranger}) {
            if (person != null) {
                person.close();
            }
        }
    }

    private void theResidentReports() {
        resident.opens("/").looks("01-home").presses("main a[href='/report']").looks("02-before-signing-in");
        resident.presses("a[href='/login?next=/report']").looks("03-login").entersPassword("resident1").looks("04-start");
        resident.presses("a[href='/report/kind']").looks("05-kind").chooses("kind", "REQUEST").presses(ON);
        resident.looks("06-words").presses(ON).looks("06-words-missing");
        resident.fills("#f-subject", "幸福路两盏路灯整晚不亮")
                .fills("#f-body", "幸福路与东环路路口的两盏路灯坏了一个星期,孩子晚自习放学看不清路,请尽快修好。")
                .presses(ON);
        resident.looks("07-topic").chooses("choice", "unsure").presses(ON);
        resident.looks("08-place")
                .selects("#f-township", "341282002000")
                .fills("#f-address", "幸福路与东环路路口")
                .presses(ON);
        resident.looks("09-files").brings("#f-photos", "路灯.jpg", Samples.jpeg(1600, 1200)).presses(ON);
        resident.looks("10-privacy")
                .chooses("visibility", "PUBLIC")
                .fills("#f-contactName", "王女士")
                .fills("#f-contactPhone", "13800000001")
                .presses(ON);
        resident.looks("11-check").presses("form[action='/report/check'] button").looks("12-receipt");
        number = resident.all(".sy-number-card strong").nth(0).textContent().strip();
        code = resident.all(".sy-number-card strong").nth(1).textContent().strip();
        resident.presses("main a[href='/cases/" + number + "']").looks("13-my-case");
        assertThat(resident.sees(".sy-gallery img")).as("the photo is on the case").isTrue();
        photo = resident.attribute(".sy-gallery a", "href");
        isNowhereElse();
    }

    private void theDispatcherAcceptsAndDispatches() {
        dispatcher.looks("20-queue-of-the-centre");
        find(dispatcher).looks("21-case-to-accept");
        act(dispatcher, "acceptance").looks("22-accepting");
        dispatcher.selects("#f-category", "urban.streetlight").chooses("grade", "NORMAL").chooses("visibility", "PUBLIC").presses(DO);
        isNowhereElse();
        act(dispatcher, "dispatch").looks("23-dispatching");
        dispatcher.selects("#f-lead", "D-urban-management").fills("#f-note", "请尽快到现场查看。").presses(DO).looks("24-dispatched");
        isNowhereElse();
    }

    private void theHandlerStarts() {
        handler.looks("30-queue-of-the-department");
        find(handler);
        act(handler, "start").fills("#f-words", "已电话联系王女士,约定今晚到现场。").presses(DO).looks("31-started");
        act(handler, "log").fills("#f-words", "已到现场查看,线路老化,正在更换。").chooses("audience", "resident").presses(DO);
        isNowhereElse();
    }

    private void theResidentAddsWords() {
        resident.opens("/cases/" + number).finds("正在更换");
        resident.fills("#words textarea[name='words']", "补充:第三盏也开始闪了。").presses("#words form button").looks("14-words-added");
        isNowhereElse();
    }

    private void theHandlerFinishes() {
        handler.opens("/console/cases/" + number).finds("第三盏也开始闪了");
        act(handler, "completion").looks("32-finishing");
        handler.fills("#f-reply", "经现场查看,三盏路灯线路老化,已于当晚全部更换修复,请放心通行。").presses(DO).looks("33-finished");
        isNowhereElse();
    }

    private void theDispatcherPublishes() {
        find(dispatcher.opens("/console"));
        act(dispatcher, "publication").looks("25-publishing").presses(DO);
        resident.opens("/board").looks("15-board").opens("/board/" + number).looks("16-on-the-board").finds("路灯");
        isNowhereElse();
    }

    private void theAgentFollowsUp() {
        find(agent).looks("40-to-follow-up");
        act(agent, "follow-up").looks("41-following-up");
        agent.chooses("reached", "true")
                .chooses("responded", "true")
                .chooses("solved", "true")
                .chooses("satisfaction", "SATISFIED")
                .fills("#f-words", "王女士表示满意。")
                .presses(DO)
                .looks("42-followed-up");
        isNowhereElse();
    }

    private void theResidentRates() {
        resident.opens("/cases/" + number).looks("17-to-rate").chooses("level", "VERY_SATISFIED");
        resident.fills("#rating textarea[name='remarks']", "修得很快,谢谢。").presses("#rating form .sy-actions button").looks("18-rated");
        isNowhereElse();
    }

    private void theAgentCloses() {
        act(agent.opens("/console/cases/" + number), "closure").looks("43-closing").presses(DO).looks("44-closed");
        isNowhereElse();
    }

    private void everybodyLooksBack() {
        resident.opens("/cases").looks("19-my-cases").opens("/cases/" + number).looks("19-closed").finds("已结案");
        find(assessor).looks("50-seen-by-the-assessor").finds("已结案");
        assessor.presses("nav a[href='/console/assessment']").looks("51-assessment").finds("城市管理");
        resident.opens("/lookup").looks("60-look-up").fills("#f-number", number).fills("#f-code", code).presses(ON).looks("61-found");
        resident.finds("幸福路两盏路灯整晚不亮").opens("/help").looks("62-help");
    }

    /** By the box for numbers, as one does with a number on a slip of paper. */
    private Person find(Person staff) {
        return staff.fills("#find-number", number).presses(".desk-find button");
    }

    private Person act(Person staff, String step) {
        return staff.presses("a[href='/console/cases/" + number + "/" + step + "#act']");
    }

    private void isNowhereElse() {
        stranger.findsNothingAt("/cases/" + number);
        stranger.findsNothingAt("/report/done/" + number);
        stranger.findsNothingAt("/board/" + number);
        stranger.findsNothingAt(photo);
        stranger.opens("/lookup").fills("#f-number", number).fills("#f-code", code).presses(ON);
        assertThat(stranger.sees("[href='#f-number']")).as("the look-up finds nothing").isTrue();
        assertThat(stranger.sees(".sy-track")).isFalse();
    }
}
