package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.honour.Boards;
import cn.shiyu.moralbank.honour.Entry;
import cn.shiyu.moralbank.honour.OwnBook;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the book of good deeds and the boards, web-portal/templates/portal/bank. */
@CheckedTemplate(basePath = "portal/bank")
final class HonourTemplates {

    private HonourTemplates() {}

    /** @param href this list with its filters @param after cursor of this page */
    static native TemplateInstance book(
            Page<Entry> page, Form form, RegionChoices places, List<Choice> months, List<Choice> kinds, String href, String after);

    static native TemplateInstance boards(Boards it, Form form, List<Choice> townships, List<Choice> spans, List<Choice> measures);

    /** @param namings as the member would be shown */
    static native TemplateInstance consent(OwnBook it, Form form, List<Choice> namings, String after);
}
