package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.web.Messages;

/**
 * Where the books do not agree with themselves.
 *
 * @param what the code of what does not match
 * @param subject the transfer, lot, account, hold or day
 * @param stands what the books say @param ought what it ought to be; empty where that says nothing
 */
public record Difference(String what, String subject, String stands, String ought) {

    static Difference of(String what, Object subject) {
        return new Difference(what, subject.toString(), "", "");
    }

    static Difference of(String what, Object subject, Object stands, Object ought) {
        return new Difference(what, subject.toString(), String.valueOf(stands), String.valueOf(ought));
    }

    /** In words. */
    @Override
    public String toString() {
        String words = Messages.get("ledger.difference." + what, subject);
        return stands.isEmpty() ? words : words + Messages.get("ledger.difference.figures", stands, ought);
    }
}
