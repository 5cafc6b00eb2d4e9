package cn.shiyu.legal.portal;

import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.legal.AdvisorOffer;
import cn.shiyu.legal.AdvisorView;
import cn.shiyu.legal.ConsultationView;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.NavItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of legal advice, web-portal/templates/portal/legal. */
@CheckedTemplate(basePath = "portal/legal")
final class LegalTemplates {

    private LegalTemplates() {}

    /** @param here this list with its filters, without a cursor @param asking the form's address with the filters @param booked services of advisors that can be booked */
    static native TemplateInstance advisors(
            Page<AdvisorOffer> page, LegalChoices choices, Form form, String here, String asking, String after,
            List<ServiceOffer> booked);

    /** @param advisor whom they chose, or null */
    static native TemplateInstance ask(AdvisorView advisor, LegalChoices choices, Form form, String answerWithin);

    static native TemplateInstance list(Page<ConsultationView> page, String after);

    /** @param act what the form that came back was for, or empty @param next where it can go on */
    static native TemplateInstance show(ConsultationView it, Form form, String act, List<Choice> levels, String once,
            List<NavItem> next);
}
