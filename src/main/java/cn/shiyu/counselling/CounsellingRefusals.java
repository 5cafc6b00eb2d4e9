package cn.shiyu.counselling;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be, in words; each with its stable code. No sentence repeats what somebody wrote. */
final class CounsellingRefusals {

    private CounsellingRefusals() {}

    static Refusal notNow(CounsellingStatus status) {
        return new Refusal(
                409, "wrong-state", Messages.get("counselling.refusal.notNow", Messages.get("counselling.status." + status)));
    }

    static Refusal notYours() {
        return new Refusal(403, "not-allowed", Messages.get("counselling.refusal.notYours"));
    }

    static Refusal full() {
        return new Refusal(409, "thread-full", Messages.get("counselling.refusal.full"));
    }

    static Refusal noOffer() {
        return new Refusal(409, "no-offer", Messages.get("counselling.refusal.noOffer"));
    }

    static Refusal counsellor() {
        return Refusal.badInput("counsellor", Messages.get("counselling.refusal.counsellor"));
    }
}
