package cn.shiyu.casework.console;

import cn.shiyu.casework.FollowUp;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what was noted on the phone. Nothing left open is guessed: silence is neither content nor discontent. */
final class FollowUpForm {

    private FollowUpForm() {}

    /** @throws Refusal 422 naming each question left open */
    static FollowUp read(Form form) {
        List<FieldError> errors = new ArrayList<>();
        boolean reached = answer(form, "reached", errors);
        boolean responded = reached && answer(form, "responded", errors);
        boolean solved = reached && answer(form, "solved", errors);
        RatingLevel level = reached ? level(form, errors) : null;
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
        return new FollowUp(reached, responded, solved, level, form.value("words"));
    }

    private static boolean answer(Form form, String field, List<FieldError> errors) {
        if (!form.has(field, "true") && !form.has(field, "false")) {
            errors.add(new FieldError(field, Messages.get("console.followUp.open." + field)));
        }
        return form.has(field, "true");
    }

    private static RatingLevel level(Form form, List<FieldError> errors) {
        return Arrays.stream(RatingLevel.values())
                .filter(level -> form.has("satisfaction", level.name()))
                .findFirst()
                .orElseGet(() -> {
                    errors.add(new FieldError("satisfaction", Messages.get("console.followUp.open.satisfaction")));
                    return null;
                });
    }
}
