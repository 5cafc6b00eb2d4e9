package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.CaseView;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The wizard's templates, web-portal/templates/portal/casework/report. */
@CheckedTemplate(basePath = "portal/casework/report")
final class ReportTemplates {

    private ReportTemplates() {}

    /** @param signedIn a resident is signed in @param draft theirs */
    static native TemplateInstance start(boolean signedIn, CaseDraft draft);

    static native TemplateInstance kind(ReportPage page, List<Choice> kinds);

    static native TemplateInstance words(ReportPage page);

    static native TemplateInstance topic(ReportPage page, List<Choice> topics, List<ReportOffers.Group> groups);

    static native TemplateInstance place(ReportPage page, ReportPlaces.Lists lists);

    /** @param lost uploads were kept too long and are gone */
    static native TemplateInstance files(ReportPage page, boolean lost);

    static native TemplateInstance privacy(ReportPage page, List<Choice> visibilities);

    static native TemplateInstance check(ReportAnswers answers, Form form, boolean elder);

    static native TemplateInstance done(CaseView view);
}
