package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.volunteering.ActivityView;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of earning, web-portal/templates/portal/bank. */
@CheckedTemplate(basePath = "portal/bank")
final class EarnTemplates {

    private EarnTemplates() {}

    /** @param here this list with its filters @param after cursor of this page, null for the first */
    static native TemplateInstance activities(
            Page<ActivityView> page, RegionChoices choices, Form form, String here, String after);

    static native TemplateInstance ownActivities(Page<ActivityView> page, String after);

    /** @param once a fresh key @param resident whether the reader can sign up at all */
    static native TemplateInstance activity(ActivityView it, Form form, String once, boolean resident);

    static native TemplateInstance check(ActivityView it, Form form, String once);
}
