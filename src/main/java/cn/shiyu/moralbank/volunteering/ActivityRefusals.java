package cn.shiyu.moralbank.volunteering;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be, in words; each with its stable code. */
final class ActivityRefusals {

    private ActivityRefusals() {}

    static Refusal notNow(ActivityStatus status) {
        return conflict("wrong-state", "notNow", Messages.get("earn.status." + status));
    }

    static Refusal notYours() {
        return new Refusal(403, "not-allowed", Messages.get("earn.refusal.notYours"));
    }

    /** @param key below {@code earn.refusal} */
    static Refusal conflict(String code, String key, Object... filled) {
        return new Refusal(409, code, Messages.get("earn.refusal." + key, filled));
    }

    /** 409 for a member who has no place at this activity: it is public, so there is nothing to hide. */
    static Refusal noPlace() {
        return conflict("not-signed-up", "noPlace");
    }

    /** 410: the time for it is over. */
    static Refusal tooLate(String key) {
        return new Refusal(410, "too-late", Messages.get("earn.refusal." + key));
    }

    /** @param key below {@code earn.refusal} */
    static Refusal field(String field, String key, Object... filled) {
        return Refusal.badInput(field, Messages.get("earn.refusal." + key, filled));
    }
}
