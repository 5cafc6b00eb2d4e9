package cn.shiyu.mediation;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be, in words; each with its stable code. */
final class MediationRefusals {

    private MediationRefusals() {}

    static Refusal notNow(MediationStatus status) {
        return new Refusal(
                409, "wrong-state", Messages.get("mediation.refusal.notNow", Messages.get("mediation.status." + status)));
    }

    static Refusal notYours() {
        return new Refusal(403, "not-allowed", Messages.get("mediation.refusal.notYours"));
    }

    static Refusal ratedTwice() {
        return new Refusal(409, "rated-twice", Messages.get("mediation.refusal.ratedTwice"));
    }

    static Refusal ownInvitation() {
        return new Refusal(409, "own-invitation", Messages.get("mediation.refusal.ownInvitation"));
    }

    static Refusal invitationClosed() {
        return new Refusal(410, "invitation-closed", Messages.get("mediation.refusal.invitationClosed"));
    }

    static Refusal already() {
        return new Refusal(409, "already-there", Messages.get("mediation.refusal.already"));
    }

    /** @param key below {@code mediation.refusal} */
    static Refusal field(String field, String key, Object... filled) {
        return Refusal.badInput(field, Messages.get("mediation.refusal." + key, filled));
    }
}
