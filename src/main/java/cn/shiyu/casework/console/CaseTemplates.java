package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.CaseSideline;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of cases, web-portal/templates/console/casework/cases. */
@CheckedTemplate(basePath = "console/casework/cases")
final class CaseTemplates {

    private CaseTemplates() {}

    static native TemplateInstance show(StaffFrame frame, CaseSheet sheet, List<CaseSideline.Box> boxes);

    static native TemplateInstance intake(
            StaffFrame frame,
            Form form,
            List<Choice> kinds,
            List<Choice> visibilities,
            List<ChoiceGroup> topics,
            List<ChoiceGroup> townships,
            List<Choice> villages);

    static native TemplateInstance taken(StaffFrame frame, CaseReceipt receipt, String subject);
}
