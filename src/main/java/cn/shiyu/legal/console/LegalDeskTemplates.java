package cn.shiyu.legal.console;

import cn.shiyu.legal.ConsultationView;
import cn.shiyu.legal.ServiceRecord;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the advisor's desk, web-portal/templates/console/legal. */
@CheckedTemplate(basePath = "console/legal")
final class LegalDeskTemplates {

    private LegalDeskTemplates() {}

    static native TemplateInstance list(
            StaffFrame frame, Page<ConsultationView> page, List<NavItem> tabs, String here, String after);

    /** @param sheet address of the same as a spreadsheet */
    static native TemplateInstance record(
            StaffFrame frame, List<ServiceRecord> lines, List<Choice> outcomes, Form form, List<Choice> months, String sheet);

    /** @param once fresh key for the answer */
    static native TemplateInstance show(
            StaffFrame frame, ConsultationView it, Form form, List<Choice> outcomes, List<Choice> others, String once);
}
