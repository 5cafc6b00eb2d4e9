package cn.shiyu.assessment.console;

import cn.shiyu.assessment.index.IndexSystem;
import cn.shiyu.assessment.index.MonthQueries;
import cn.shiyu.assessment.index.Recomputation;
import cn.shiyu.assessment.index.SealedMonth;
import cn.shiyu.assessment.index.UnitScore;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of sealed months, web-portal/templates/console/assessment. */
@CheckedTemplate(basePath = "console/assessment")
final class MonthTemplates {

    private MonthTemplates() {}

    /** @param oversees whether versions may be tried */
    static native TemplateInstance months(
            StaffFrame frame, Page<SealedMonth> page, List<IndexSystem> versions, boolean oversees, String after);

    /** @param again what came of computing it again, or null */
    static native TemplateInstance month(StaffFrame frame, MonthQueries.Month it, boolean oversees, Recomputation again);

    static native TemplateInstance unit(StaffFrame frame, SealedMonth month, UnitScore it);

    static native TemplateInstance preview(StaffFrame frame, MonthPages.Preview it, Form form, List<Choice> months);
}
