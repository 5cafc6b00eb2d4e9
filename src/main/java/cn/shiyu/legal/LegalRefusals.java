package cn.shiyu.legal;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be, in words; each with its stable code. */
final class LegalRefusals {

    private LegalRefusals() {}

    static Refusal notNow(ConsultationStatus status) {
        return new Refusal(
                409, "wrong-state", Messages.get("legal.refusal.notNow", Messages.get("legal.status." + status)));
    }

    static Refusal notYours() {
        return new Refusal(403, "not-allowed", Messages.get("legal.refusal.notYours"));
    }

    static Refusal ratedTwice() {
        return new Refusal(409, "rated-twice", Messages.get("legal.refusal.ratedTwice"));
    }

    static Refusal noAdvisor() {
        return Refusal.badInput("region", Messages.get("legal.refusal.noAdvisor"));
    }
}
