package cn.shiyu.moralbank.shop;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be ordered, in words; each with its stable code. */
final class ShopRefusals {

    private ShopRefusals() {}

    /** @param key below {@code catalogue.refusal} */
    static Refusal field(String field, String key, Object... filled) {
        return Refusal.badInput(field, Messages.get("catalogue.refusal." + key, filled));
    }

    /** @param key below {@code catalogue.refusal} */
    static Refusal conflict(String code, String key, Object... filled) {
        return new Refusal(409, code, Messages.get("catalogue.refusal." + key, filled));
    }
}
