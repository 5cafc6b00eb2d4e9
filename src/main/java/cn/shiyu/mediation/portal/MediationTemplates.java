package cn.shiyu.mediation.portal;

import cn.shiyu.mediation.InvitationFlow;
import cn.shiyu.mediation.MediationItem;
import cn.shiyu.mediation.MediationView;
import cn.shiyu.mediation.MediatorCard;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the supermarket and of a party's mediations, web-portal/templates/portal/mediation. */
@CheckedTemplate(basePath = "portal/mediation")
final class MediationTemplates {

    private MediationTemplates() {}

    /** @param here this list with its filters, without a cursor */
    static native TemplateInstance market(
            Page<MediatorCard> page, MarketChoices choices, Form form, String here, String after);

    /** @param applying the application form with these filled in */
    static native TemplateInstance compare(List<MediatorCard> cards, String applying);

    static native TemplateInstance mediator(MediatorCard card, String applying);

    static native TemplateInstance apply(Form form, ApplyChoices choices, String answerWithin);

    static native TemplateInstance list(Page<MediationItem> page, String after);

    /** @param act the form that came back, or empty @param link of the invitation with host, or null @param once fresh key */
    static native TemplateInstance show(
            MediationView it, Form form, String act, ShowChoices choices, String link, String once);

    /** @param signedIn whether a resident looks @param path of the page itself @param login where one signs in and comes back */
    static native TemplateInstance invitation(
            InvitationFlow.Glance glance, Form form, boolean signedIn, String path, String login);
}
