package cn.shiyu.moralbank.member;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** Why the bank does not do what a resident asks, each with its way out. */
public final class MemberRefusals {

    private MemberRefusals() {}

    /** 409 {@code not-a-member}: for what only members can do. */
    public static Refusal notMember() {
        return new Refusal(409, "not-a-member", Messages.get("bank.refusal.notMember"));
    }

    static Refusal alreadyMember() {
        return new Refusal(409, "already-a-member", Messages.get("bank.refusal.alreadyMember"));
    }

    /** @param key below {@code bank.refusal} */
    static Refusal field(String field, String key, Object... filled) {
        return Refusal.badInput(field, Messages.get("bank.refusal." + key, filled));
    }
}
