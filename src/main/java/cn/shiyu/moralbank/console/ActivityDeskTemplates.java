package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.volunteering.ActivityView;
import cn.shiyu.moralbank.volunteering.DeskView;
import cn.shiyu.moralbank.volunteering.OrganiserQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of activities at the organiser's desk, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class ActivityDeskTemplates {

    private ActivityDeskTemplates() {}

    static native TemplateInstance activities(StaffFrame frame, Page<ActivityView> page, String after);

    /** @param id of the draft, null for a new one */
    static native TemplateInstance activityForm(StaffFrame frame, String id, ActivityForms.Choices choices, Form form);

    static native TemplateInstance activity(StaffFrame frame, DeskView it, Form form);

    /** @param qr an SVG element */
    static native TemplateInstance screen(StaffFrame frame, OrganiserQueries.Screen it, String qr);

    static native TemplateInstance code(OrganiserQueries.Screen it, String qr);
}
