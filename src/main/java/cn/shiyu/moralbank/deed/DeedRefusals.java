package cn.shiyu.moralbank.deed;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be, in words; each with its stable code. */
final class DeedRefusals {

    private DeedRefusals() {}

    static Refusal notNow(DeedStatus status) {
        return conflict("wrong-state", "deedNotNow", Messages.get("earn.deedStatus." + status));
    }

    static Refusal notYours() {
        return new Refusal(403, "not-allowed", Messages.get("earn.refusal.notYours"));
    }

    /** @param key below {@code earn.refusal} */
    static Refusal conflict(String code, String key, Object... filled) {
        return new Refusal(409, code, Messages.get("earn.refusal." + key, filled));
    }

    /** @param key below {@code earn.refusal} */
    static Refusal field(String field, String key, Object... filled) {
        return Refusal.badInput(field, Messages.get("earn.refusal." + key, filled));
    }

    /** Stripped words of 1 to {@code most} characters. @throws Refusal 422 */
    static String words(String field, String typed, int most) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty() || words.length() > most) {
            throw field(field, "words", most);
        }
        return words;
    }
}
