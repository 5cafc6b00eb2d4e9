package cn.shiyu.counselling.console;

import cn.shiyu.counselling.ProviderFigures;
import cn.shiyu.counselling.ThreadView;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the counsellor's desk, web-portal/templates/console/counselling. */
@CheckedTemplate(basePath = "console/counselling")
final class CounsellingDeskTemplates {

    private CounsellingDeskTemplates() {}

    static native TemplateInstance list(
            StaffFrame frame, Page<ThreadView> page, List<NavItem> tabs, String here, String after);

    /** @param once fresh key for the answer */
    static native TemplateInstance thread(StaffFrame frame, ThreadView it, Form form, List<Choice> others, String once);

    static native TemplateInstance figures(StaffFrame frame, ProviderFigures.Figures figures);
}
