package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import java.util.List;

/**
 * One page of the wizard as it is shown.
 *
 * @param fromCheck the resident came from "check your answers" and goes back there
 */
record ReportPage(ReportStep step, CaseDraft draft, Form form, boolean elder, boolean fromCheck) {

    static ReportPage of(ReportStep step, CaseDraft draft, List<FieldError> wrong, boolean elder, boolean fromCheck) {
        return new ReportPage(step, draft, Form.of(draft.answers()).wrong(wrong), elder, fromCheck);
    }

    public int current() {
        return ReportStep.asked(elder).indexOf(step) + 1;
    }

    public int total() {
        return ReportStep.asked(elder).size();
    }

    public String label() {
        return Messages.get("report.step." + step);
    }

    /** The window's title says so when something is wrong: it is what a screen reader reads first. */
    public String title() {
        return form.failed() ? Messages.get("report.wrong", label()) : label();
    }

    public String action() {
        return step.path() + (fromCheck ? "?from=check" : "");
    }

    public String back() {
        return fromCheck ? ReportStep.CHECK : step.before(elder);
    }

    public String next() {
        return fromCheck ? ReportStep.CHECK : step.next(elder);
    }
}
