package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.settlement.Statement;
import cn.shiyu.moralbank.settlement.StatementView;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of shops and their statements at the clerk's desk, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class MerchantDeskTemplates {

    private MerchantDeskTemplates() {}

    static native TemplateInstance merchants(
            StaffFrame frame, Page<Merchant> page, Form form, List<Choice> places, String q, String href, String after);

    /** @param bindCode just made, or null */
    static native TemplateInstance merchant(
            StaffFrame frame, Merchant shop, String place, long clerks, String bindCode, Page<Statement> page, String after);

    static native TemplateInstance statement(StaffFrame frame, Merchant shop, StatementView view);
}
