package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.award.BankRules;
import cn.shiyu.moralbank.award.RulesDraft;
import cn.shiyu.moralbank.budget.Funding;
import cn.shiyu.moralbank.budget.Sum;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the clerk's desk, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class BankDeskTemplates {

    private BankDeskTemplates() {}

    /** @param places where a budget may be given */
    static native TemplateInstance home(
            StaffFrame frame, Overview overview, Page<BudgetRow> page, Form form, List<Choice> places, String after);

    static native TemplateInstance budget(StaffFrame frame, BudgetRow row, Page<Funding> page, Form form, String after);

    static native TemplateInstance unfund(StaffFrame frame, BudgetRow row, Form form);

    /** @param act fund or unfund @param once key of the booking */
    static native TemplateInstance check(StaffFrame frame, BudgetRow row, Sum sum, String act, String once);

    static native TemplateInstance rules(StaffFrame frame, BankRules current, List<BankRules> versions, List<RulesDraft> drafts);

    /** @param kinds those in the form, for the seasons */
    static native TemplateInstance draftForm(
            StaffFrame frame, Form form, List<TermsRow> rows, List<TermsRow> seasons, List<Choice> units, List<Choice> givers,
            List<Choice> kinds);

    /** @param kinds and {@code budgets} what its simulation found, empty before */
    static native TemplateInstance draft(
            StaffFrame frame, RulesDraft it, BankRules current, List<SimulatedKind> kinds, List<SimulatedBudget> budgets, Form form);
}
