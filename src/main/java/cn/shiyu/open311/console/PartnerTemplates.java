package cn.shiyu.open311.console;

import cn.shiyu.open311.PartnerKeyFlow.Issued;
import cn.shiyu.open311.PartnerKeyView;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of keys, web-portal/templates/console/open311. */
@CheckedTemplate(basePath = "console/open311")
final class PartnerTemplates {

    private PartnerTemplates() {}

    /** @param again fresh key for the buttons that renew @param after cursor of this page, or null */
    static native TemplateInstance keys(
            StaffFrame frame, Page<PartnerKeyView> page, Form form, String again, String after, String endpoint);

    static native TemplateInstance issued(StaffFrame frame, Issued issued);
}
