package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.reward.Candidate;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of rewards for reports, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class RewardDeskTemplates {

    private RewardDeskTemplates() {}

    static native TemplateInstance rewards(StaffFrame frame, Page<Candidate> page, String after, Form form);
}
