package cn.shiyu.counselling;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * A first letter, as typed.
 *
 * @param counsellor login of whom they chose
 * @param alias what the counsellor may call them; blank: 来访者
 */
public record NewThread(String counsellor, String field, String alias, String words) {

    static final int ALIAS = 20;

    /** @throws Refusal 422 naming each field */
    void refuseIfBad(CounsellingSettings settings) {
        List<FieldError> errors = new ArrayList<>();
        if (settings.writer(counsellor).isEmpty()) {
            errors.add(new FieldError("counsellor", Messages.get("counselling.refusal.counsellor")));
        }
        if (!settings.knowsField(field)) {
            errors.add(new FieldError("field", Messages.get("counselling.refusal.field")));
        }
        if (CounsellingWords.clean(alias).length() > ALIAS) {
            errors.add(new FieldError("alias", Messages.get("counselling.refusal.alias")));
        }
        try {
            CounsellingWords.checked(words);
        } catch (Refusal refusal) {
            errors.addAll(refusal.errors());
        }
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
    }

    String shownAlias() {
        String typed = CounsellingWords.clean(alias);
        return typed.isEmpty() ? Messages.get("counselling.nobody") : typed;
    }

    @Override
    public String toString() {
        return "NewThread";
    }
}
