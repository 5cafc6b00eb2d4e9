package cn.shiyu.casework;

import static cn.shiyu.casework.BadInput.page;
import static cn.shiyu.support.Life.DISPATCHER;
import static cn.shiyu.support.Life.FOLLOW_UP_AGENT;
import static cn.shiyu.support.Life.HANDLER;

import cn.shiyu.support.Desk;
import cn.shiyu.support.Life;
import cn.shiyu.support.Phone;
import io.restassured.response.Response;
import java.util.List;

/** Bad inputs of the staff console's forms. Each leaves the case as it was, so that one case serves many rows. */
final class BadConsoleInputs {

    private static String fresh;
    private static String accepted;
    private static String handled;
    private static String finished;
    private static Phone resident;

    private BadConsoleInputs() {}

    static List<BadInput> table() {
        return List.of(
                page("a version somebody else has passed", () -> DISPATCHER.sendsHavingSeen("0", accepted(), "dispatch", "lead", "D-housing"), 409, "内容已被别人更新", null),
                page("no version", () -> DISPATCHER.sendsHavingSeen(null, accepted(), "dispatch", "lead", "D-housing"), 409, "内容已被别人更新", null),
                page("a version that is no number", () -> DISPATCHER.sendsHavingSeen("99999999999", accepted(), "dispatch", "lead", "D-housing"), 409, "内容已被别人更新", null),
                page("accepting into no category", () -> accept("", "NORMAL"), 422, null, "category"),
                page("accepting into a category of another city", () -> accept("utility.heating", "NORMAL"), 422, null, "category"),
                page("accepting with an unknown grade", () -> accept("urban.streetlight", "VERY"), 422, null, "grade"),
                page("refusing without a lawful reason", () -> DISPATCHER.sends(fresh(), "refusal", "reason", "because"), 422, null, "reason"),
                page("dispatching to nobody", () -> dispatch(""), 422, null, "lead"),
                page("dispatching to a centre", () -> dispatch("C341282001000"), 422, "只调度、不承办", "lead"),
                page("dispatching to a unit of another city", () -> dispatch("D-heating"), 422, "本市的一个承办单位", "lead"),
                page("assistance from a unit of another city", () -> DISPATCHER.sends(accepted(), "dispatch", "lead", "D-housing", "assists", "D-heating"), 422, null, "assists"),
                page("dispatching at great length", () -> DISPATCHER.sends(accepted(), "dispatch", "lead", "D-housing", "note", "长".repeat(4001)), 422, "最多 4000 字", "note"),
                page("escalating above the city", () -> DISPATCHER.sends(accepted(), "escalation", "reason", "请上级协调"), 409, "最高一级", null),
                page("accepting what is accepted", () -> DISPATCHER.sends(accepted(), "acceptance", "category", "urban.streetlight", "grade", "NORMAL", "visibility", "PUBLIC"), 409, "已进入下一环节", null),
                page("dispatching what is not accepted", () -> DISPATCHER.sends(fresh(), "dispatch", "lead", "D-housing"), 409, "已进入下一环节", null),
                page("closing what is not handled", () -> DISPATCHER.sends(fresh(), "closure"), 409, "已进入下一环节", null),
                page("a handler accepting", () -> HANDLER.sends(fresh(), "acceptance", "category", "urban.streetlight"), 404, "没有找到", null),
                page("a department that was not asked", () -> Desk.of("jieshou", "zj-handler1").sends(handled(), "completion", "reply", "已经处理完毕,请放心使用。"), 404, "没有找到", null),
                page("a dispatcher finishing", () -> DISPATCHER.sends(handled(), "completion", "reply", "已经处理完毕,请放心使用。"), 403, "不由您办理", null),
                page("an answer of two words", () -> HANDLER.sends(handled(), "completion", "reply", "已办"), 422, "至少 10 个字", "reply"),
                page("a log that says nothing", () -> HANDLER.sends(handled(), "log"), 422, null, "words"),
                page("returning without a reason", () -> HANDLER.sends(handled(), "return"), 422, null, "reason"),
                page("returning to a unit that is none", () -> HANDLER.sends(handled(), "return", "reason", "不属于我局职责", "proposed", "D-nobody"), 422, null, "proposed"),
                page("more time, but none", () -> HANDLER.sends(handled(), "extension-request", "amount", "0", "reason", "等待配件"), 422, "1 到 60", "amount"),
                page("more time, in words", () -> HANDLER.sends(handled(), "extension-request", "amount", "很久", "reason", "等待配件"), 422, "1 到 60", "amount"),
                page("granting time nobody asked for", () -> DISPATCHER.sends(handled(), "extension-grant"), 409, "没有待审批的延期申请", null),
                page("a follow-up by the handler", () -> HANDLER.sends(finished(), "follow-up", "reached", "true", "responded", "true", "solved", "true", "satisfaction", "SATISFIED"), 403, "不由您办理", null),
                page("a follow-up of unanswered questions", () -> FOLLOW_UP_AGENT.sends(finished(), "follow-up", "reached", "true"), 422, null, "satisfaction"),
                page("a follow-up of an unknown satisfaction", () -> FOLLOW_UP_AGENT.sends(finished(), "follow-up", "reached", "true", "responded", "true", "solved", "true", "satisfaction", "SIX"), 422, null, "satisfaction"),
                page("publishing nothing", () -> DISPATCHER.sends(finished(), "publication", "boardSubject", "", "boardText", ""), 422, null, "boardSubject"),
                page("publishing what is confidential", BadConsoleInputs::published, 409, "保密诉求不能公示", null),
                page("closing twice", () -> FOLLOW_UP_AGENT.sends(Life.closed(resident().submits()), "closure"), 409, "已进入下一环节", null),
                page("a step that does not exist", () -> DISPATCHER.ask().get("/console/cases/" + fresh() + "/deletion"), 404, "没有找到", null),
                page("a step with a NUL in the number", () -> DISPATCHER.ask().urlEncodingEnabled(false).get("/console/cases/JS%00"), 422, "无法识别的字符", null),
                page("a case of another city", () -> DISPATCHER.sees(Phone.in("liaocheng").submits()), 404, "没有找到", null),
                page("the queue of another unit", () -> DISPATCHER.ask().get("/console?unit=D-housing"), 404, "没有找到", null),
                page("a queue's page somebody made up", () -> DISPATCHER.ask().get("/console?after=zzz"), 422, "从第一页重新开始", null),
                page("a NUL in a queue's filter", () -> DISPATCHER.ask().urlEncodingEnabled(false).get("/console?kind=%00"), 422, null, null),
                page("a number nobody has", () -> DISPATCHER.ask().get("/console/cases?number=JS1"), 404, null, "number"),
                page("a contact that is no business of theirs", () -> Desk.of("jieshou", "assessor1").sends(fresh(), "contact-view"), 403, "不由您办理", null));
    }

    private static Response accept(String category, String grade) {
        return DISPATCHER.sends(fresh(), "acceptance", "category", category, "grade", grade, "visibility", "PUBLIC");
    }

    private static Response dispatch(String lead) {
        return DISPATCHER.sends(accepted(), "dispatch", "lead", lead);
    }

    private static Response published() {
        String number = resident().submits();
        DISPATCHER.does(number, "acceptance", "category", "urban.streetlight", "grade", "NORMAL", "visibility", "CONFIDENTIAL");
        return DISPATCHER.sends(number, "publication", "boardSubject", "路灯", "boardText", "路灯不亮");
    }

    private static synchronized Phone resident() {
        return resident == null ? resident = Phone.in("jieshou") : resident;
    }

    private static synchronized String fresh() {
        return fresh == null ? fresh = resident().submits() : fresh;
    }

    private static synchronized String accepted() {
        return accepted == null ? accepted = Life.accepted(resident().submits()) : accepted;
    }

    private static synchronized String handled() {
        return handled == null ? handled = Life.handled(resident().submits()) : handled;
    }

    private static synchronized String finished() {
        return finished == null ? finished = Life.finished(resident().submits()) : finished;
    }
}
