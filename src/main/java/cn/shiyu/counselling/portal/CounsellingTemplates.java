package cn.shiyu.counselling.portal;

import cn.shiyu.counselling.CounsellorView;
import cn.shiyu.counselling.Hotline;
import cn.shiyu.counselling.ThreadView;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of counselling, web-portal/templates/portal/counselling. */
@CheckedTemplate(basePath = "portal/counselling")
final class CounsellingTemplates {

    private CounsellingTemplates() {}

    /** @param here this list with its filters, without a cursor */
    static native TemplateInstance counsellors(
            Page<CounsellorView> page, CounsellingChoices choices, Form form, String here, String after, List<Hotline> hotlines);

    /** @param to whom one writes */
    static native TemplateInstance open(
            CounsellorView to, List<Choice> fields, Form form, String answerWithin, List<Hotline> hotlines);

    static native TemplateInstance threads(Page<ThreadView> page, String after, List<Hotline> hotlines);

    /** @param others whom else one may write to @param once fresh key for the next letter */
    static native TemplateInstance thread(
            ThreadView it, Form form, List<Choice> others, List<Hotline> hotlines, String once);

    /** To take along: a page of its own, without scripts and pictures. */
    static native TemplateInstance paper(ThreadView it);
}
