package cn.shiyu.legal.referral;

import cn.shiyu.legal.LegalSettings;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.List;

/** What a grid worker types. @param region a village, whose own advisor gets it */
public record NewReferral(String field, String region, String title, String words) {

    static final int TITLE = 60;
    static final int WORDS = 4000;

    /** @throws Refusal 422 naming each field */
    void orRefuse(LegalSettings settings, boolean regionKnown) {
        List<FieldError> errors = new ArrayList<>();
        if (!settings.knowsField(field)) {
            errors.add(new FieldError("field", Messages.get("legal.refusal.field")));
        }
        if (!regionKnown) {
            errors.add(new FieldError("region", Messages.get("legal.refusal.region")));
        }
        text(errors, "title", title, TITLE);
        text(errors, "words", words, WORDS);
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
    }

    /** @return what was typed, stripped @throws Refusal 422 {@code words} */
    static String words(String typed) {
        List<FieldError> errors = new ArrayList<>();
        text(errors, "words", typed, WORDS);
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
        return clean(typed);
    }

    static String clean(String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    private static void text(List<FieldError> errors, String field, String typed, int most) {
        int length = clean(typed).length();
        if (length == 0) {
            errors.add(new FieldError(field, Messages.get("legal.refusal.empty." + field)));
        } else if (length > most) {
            errors.add(new FieldError(field, Messages.get("legal.refusal.long", most, length - most)));
        }
    }
}
