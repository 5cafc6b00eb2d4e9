package cn.shiyu.casework.portal;

import cn.shiyu.casework.BoardItem;
import cn.shiyu.casework.QueueItem;
import cn.shiyu.organisation.portal.HomePanel;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The portal's own pages, web-portal/templates/portal. */
@CheckedTemplate(basePath = "portal")
final class HomeTemplates {

    private HomeTemplates() {}

    /** @param mine null when no resident is signed in @param panels of the other capabilities */
    static native TemplateInstance home(
            List<QueueItem> mine, boolean draft, List<BoardItem> latest, Form form, List<HomePanel> panels);

    static native TemplateInstance help();
}
