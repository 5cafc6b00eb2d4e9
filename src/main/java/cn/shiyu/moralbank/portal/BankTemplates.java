package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.award.BankTerms;
import cn.shiyu.moralbank.award.HistoryLine;
import cn.shiyu.moralbank.household.Household;
import cn.shiyu.moralbank.member.Standing;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the bank itself, web-portal/templates/portal/bank. */
@CheckedTemplate(basePath = "portal/bank")
final class BankTemplates {

    private BankTemplates() {}

    /** For whoever has not joined. @param rules what earns how much */
    static native TemplateInstance welcome(BankTerms rules);

    /** @param place where they live, in words @param after cursor of this page of the history */
    static native TemplateInstance home(Standing it, String place, Page<HistoryLine> page, BankTerms rules, String after);

    /** @param villages of the township that is chosen, else none */
    static native TemplateInstance join(Form form, List<Choice> townships, List<Choice> villages);

    static native TemplateInstance leave(Standing it);

    /** @param it null for whoever is in none @param points of one's own @param once key of a contribution @param page of its history */
    static native TemplateInstance household(
            Household it, long points, Form form, String once, Page<HistoryLine> page, String after);
}
