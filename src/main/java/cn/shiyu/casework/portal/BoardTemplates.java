package cn.shiyu.casework.portal;

import cn.shiyu.casework.BoardItem;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.search.SearchTerms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the public board, web-portal/templates/portal/casework/board. */
@CheckedTemplate(basePath = "portal/casework/board")
final class BoardTemplates {

    private BoardTemplates() {}

    /** @param href this list with its filters, without a cursor */
    static native TemplateInstance list(
            Page<BoardItem> page,
            Form filter,
            SearchTerms terms,
            List<Choice> kinds,
            List<Choice> topics,
            String href,
            String after);

    static native TemplateInstance show(BoardItem item);
}
