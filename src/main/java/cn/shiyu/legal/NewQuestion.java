package cn.shiyu.legal;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody asks, as typed.
 *
 * @param advisor login of whom they chose; null or blank: the village's own
 * @param ownName used for conflicts of interest alone; not kept, only its blind index
 * @param otherParty likewise
 * @param anonymous the advisor does not see who asks
 */
public record NewQuestion(
        String advisor,
        String field,
        String region,
        String title,
        String words,
        String ownName,
        String otherParty,
        boolean anonymous) {

    static final int TITLE = 60;
    static final int WORDS = 4000;
    static final int NAME = 60;

    /** @throws Refusal 422 naming each field */
    void refuseIfBad(LegalSettings settings, boolean regionKnown) {
        List<FieldError> errors = new ArrayList<>();
        if (!settings.knowsField(field)) {
            errors.add(new FieldError("field", Messages.get("legal.refusal.field")));
        }
        if (!regionKnown) {
            errors.add(new FieldError("region", Messages.get("legal.refusal.region")));
        }
        text(errors, "title", title, TITLE);
        text(errors, "words", words, WORDS);
        atMost(errors, "ownName", ownName, NAME);
        atMost(errors, "otherParty", otherParty, NAME);
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
    }

    /** What was typed, stripped. @throws Refusal 422 naming {@code words} */
    static String words(String typed) {
        List<FieldError> errors = new ArrayList<>();
        text(errors, "words", typed, WORDS);
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
        return clean(typed);
    }

    private static void text(List<FieldError> errors, String field, String typed, int most) {
        if (clean(typed).isEmpty()) {
            errors.add(new FieldError(field, Messages.get("legal.refusal.empty." + field)));
        }
        atMost(errors, field, typed, most);
    }

    private static void atMost(List<FieldError> errors, String field, String typed, int most) {
        int length = clean(typed).length();
        if (length > most) {
            errors.add(new FieldError(field, Messages.get("legal.refusal.long", most, length - most)));
        }
    }

    static String clean(String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }
}
