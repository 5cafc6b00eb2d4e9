package cn.shiyu.agreement.console;

import cn.shiyu.agreement.AgreementView;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of agreements at the mediator's desk, web-portal/templates/console/agreement. */
@CheckedTemplate(basePath = "console/agreement")
final class AgreementDeskTemplates {

    private AgreementDeskTemplates() {}

    /** @param rows of duties the form offers, numbered from 0 @param sides who may owe */
    static native TemplateInstance show(
            StaffFrame frame, AgreementView it, Form form, List<DutyRow> rows, List<Choice> sides);
}
