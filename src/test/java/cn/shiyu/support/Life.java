package cn.shiyu.support;

/** Leads cases of 界首 through the pipeline, by the people whose turn it is and the forms they have. */
public final class Life {

    public static final Desk DISPATCHER = Desk.of("jieshou", "dispatcher1");
    public static final Desk HANDLER = Desk.of("jieshou", "cg-handler1");
    public static final Desk FOLLOW_UP_AGENT = Desk.of("jieshou", "followup1");

    private Life() {}

    public static String accepted(String number) {
        DISPATCHER.does(
                number, "acceptance", "category", "urban.streetlight", "grade", "NORMAL", "visibility", "PUBLIC");
        return number;
    }

    public static String dispatched(String number) {
        DISPATCHER.does(accepted(number), "dispatch", "lead", "D-urban-management", "note", "请尽快修复。");
        return number;
    }

    public static String handled(String number) {
        HANDLER.does(dispatched(number), "start", "words", "已电话联系,约定今晚到现场。");
        return number;
    }

    public static String finished(String number) {
        HANDLER.does(handled(number), "completion", "reply", "经现场查看,两盏路灯线路老化,已于当晚更换修复。");
        return number;
    }

    public static String followedUp(String number) {
        FOLLOW_UP_AGENT.does(
                finished(number),
                "follow-up",
                "reached",
                "true",
                "responded",
                "true",
                "solved",
                "true",
                "satisfaction",
                "SATISFIED",
                "words",
                "来电人表示满意。");
        return number;
    }

    public static String closed(String number) {
        FOLLOW_UP_AGENT.does(followedUp(number), "closure");
        return number;
    }
}
