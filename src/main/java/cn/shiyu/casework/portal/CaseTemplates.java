package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseSideline;
import cn.shiyu.casework.QueueItem;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.search.SearchTerms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of a resident's own cases, web-portal/templates/portal/casework/mine. */
@CheckedTemplate(basePath = "portal/casework/mine")
final class CaseTemplates {

    private CaseTemplates() {}

    static native TemplateInstance list(Page<QueueItem> page, SearchTerms terms, Form form, String after);

    /** @param act the form that came back with something wrong, or empty */
    static native TemplateInstance show(
            CaseStory story, Form form, String act, List<Choice> levels, List<Choice> tags, List<CaseSideline.Box> boxes);

    static native TemplateInstance lookUp(Form form);

    static native TemplateInstance found(CaseStory story);
}
