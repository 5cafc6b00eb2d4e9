package cn.shiyu.assessment.console;

import cn.shiyu.assessment.AssessmentSheet;
import cn.shiyu.assessment.CountedCase;
import cn.shiyu.assessment.Figure;
import cn.shiyu.assessment.Period;
import cn.shiyu.organisation.Unit;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the assessment, web-portal/templates/console/assessment. */
@CheckedTemplate(basePath = "console/assessment")
final class AssessmentTemplates {

    private AssessmentTemplates() {}

    /** @param before the period before @param after the next one, null while it has not begun */
    static native TemplateInstance sheet(
            StaffFrame frame, AssessmentSheet sheet, List<NavItem> spans, Period before, Period after);

    /** @param asks whether the reader may ask that one of them be left out */
    static native TemplateInstance cases(
            StaffFrame frame,
            Period period,
            Unit unit,
            Figure figure,
            List<NavItem> figures,
            Page<CountedCase> page,
            String href,
            String after,
            boolean asks);
}
