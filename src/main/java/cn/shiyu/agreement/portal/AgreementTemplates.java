package cn.shiyu.agreement.portal;

import cn.shiyu.agreement.AgreementView;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of agreements for their parties, web-portal/templates/portal/agreement. */
@CheckedTemplate(basePath = "portal/agreement")
final class AgreementTemplates {

    private AgreementTemplates() {}

    /** @param act the form that came back, or empty */
    static native TemplateInstance show(AgreementView it, Form form, String act);

    /** @param answer null before a paper was brought; else whether it is in force, in words */
    static native TemplateInstance verify(Form form, String answer, boolean same);
}
