package cn.shiyu.moralbank.till;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be at a till, in words; each with its stable code. */
final class TillRefusals {

    private TillRefusals() {}

    /** @param key below {@code till.refusal} */
    static Refusal field(String field, String key, Object... filled) {
        return Refusal.badInput(field, Messages.get("till.refusal." + key, filled));
    }

    /** @param key below {@code till.refusal} */
    static Refusal conflict(String code, String key, Object... filled) {
        return new Refusal(409, code, Messages.get("till.refusal." + key, filled));
    }
}
