package cn.shiyu.agreement;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be, in words; each with its stable code. */
final class AgreementRefusals {

    private AgreementRefusals() {}

    static Refusal notNow(AgreementStatus status) {
        return new Refusal(
                409, "wrong-state", Messages.get("agreement.refusal.notNow", Messages.get("agreement.status." + status)));
    }

    static Refusal notYours() {
        return new Refusal(403, "not-allowed", Messages.get("agreement.refusal.notYours"));
    }

    /** @param key below {@code agreement.refusal}, also the stable code's words */
    static Refusal conflict(String code, String key) {
        return new Refusal(409, code, Messages.get("agreement.refusal." + key));
    }

    /** @param key below {@code agreement.refusal} */
    static Refusal field(String field, String key, Object... filled) {
        return Refusal.badInput(field, Messages.get("agreement.refusal." + key, filled));
    }
}
