package cn.shiyu.legal.referral.console;

import cn.shiyu.legal.referral.Referral;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of disputes sent to advisors, web-portal/templates/console/referral. */
@CheckedTemplate(basePath = "console/referral")
final class ReferralTemplates {

    private ReferralTemplates() {}

    /** @param sends whether who looks may send one */
    static native TemplateInstance list(StaffFrame frame, Page<Referral> page, boolean sends, String after);

    static native TemplateInstance form(
            StaffFrame frame, Form form, List<Choice> fields, List<Choice> townships, List<Choice> villages);

    static native TemplateInstance show(StaffFrame frame, Referral it, Form form, String act, List<Choice> outcomes);
}
