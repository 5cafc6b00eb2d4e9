package cn.shiyu.assessment.console;

import cn.shiyu.assessment.exclusion.Exclusion;
import cn.shiyu.assessment.exclusion.ExclusionQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of applications to leave an event out, web-portal/templates/console/assessment. */
@CheckedTemplate(basePath = "console/assessment")
final class ExclusionTemplates {

    private ExclusionTemplates() {}

    static native TemplateInstance exclusions(
            StaffFrame frame, Page<Exclusion> page, Form form, List<Choice> states, String href, String after);

    static native TemplateInstance exclusionForm(
            StaffFrame frame, ExclusionQueries.Subject it, String unit, Form form, List<Choice> reasons);

    static native TemplateInstance exclusion(StaffFrame frame, Exclusion it, String unit, Form form);
}
