package cn.shiyu.mediation.console;

import cn.shiyu.mediation.MediationItem;
import cn.shiyu.mediation.MediationView;
import cn.shiyu.mediation.MediatorCard;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the mediator's desk, web-portal/templates/console/mediation. */
@CheckedTemplate(basePath = "console/mediation")
final class MediationDeskTemplates {

    private MediationDeskTemplates() {}

    static native TemplateInstance list(
            StaffFrame frame, Page<MediationItem> page, List<NavItem> tabs, String here, String after);

    /** @param act the form that came back, or empty @param once fresh key */
    static native TemplateInstance show(
            StaffFrame frame, MediationView it, Form form, String act, DeskChoices choices, String once);

    static native TemplateInstance card(StaffFrame frame, MediatorCard card, Form form);
}
