package cn.shiyu.mediation;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks what was typed, all of it before it refuses. */
final class Typing {

    static final int NAME = 40;
    static final int TITLE = 60;
    static final int WORDS = 4000;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{7,15}");

    private final List<FieldError> errors = new ArrayList<>();

    static String clean(String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    /** Null where nothing was typed. */
    static String orNull(String typed) {
        String clean = clean(typed);
        return clean.isEmpty() ? null : clean;
    }

    static String digits(String typed) {
        return clean(typed).replaceAll("[\\s-]", "");
    }

    Typing needs(String field, String typed, int most) {
        if (clean(typed).isEmpty()) {
            wrong(field, "empty." + field);
        }
        return atMost(field, typed, most);
    }

    Typing atMost(String field, String typed, int most) {
        String clean = clean(typed);
        int length = clean.codePointCount(0, clean.length());
        if (length > most) {
            errors.add(new FieldError(field, Messages.get("mediation.refusal.long", most, length - most)));
        }
        return this;
    }

    Typing phone(String field, String typed) {
        return PHONE.matcher(digits(typed)).matches() ? this : wrong(field, "phone");
    }

    Typing that(boolean right, String field, String key) {
        return right ? this : wrong(field, key);
    }

    private Typing wrong(String field, String key) {
        errors.add(new FieldError(field, Messages.get("mediation.refusal." + key)));
        return this;
    }

    /** @throws Refusal 422 naming each field at fault */
    void orRefuse() {
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
    }
}
