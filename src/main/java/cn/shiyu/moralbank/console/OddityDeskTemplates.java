package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.volunteering.OddityItem;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of odd hours, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class OddityDeskTemplates {

    private OddityDeskTemplates() {}

    static native TemplateInstance oddities(StaffFrame frame, Page<OddityItem> page, String after, Form form);
}
