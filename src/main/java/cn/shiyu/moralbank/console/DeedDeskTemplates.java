package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.deed.DeedView;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of good deeds at the committee's desk, web-portal/templates/console/bank. */
@CheckedTemplate(basePath = "console/bank")
final class DeedDeskTemplates {

    private DeedDeskTemplates() {}

    /** @param here address of the list @param appeals whether they are appeals */
    static native TemplateInstance deeds(StaffFrame frame, Page<DeedView> page, String after, String here, boolean appeals);

    static native TemplateInstance deed(StaffFrame frame, DeedView it, Form form);
}
