package cn.shiyu.booking.hall.portal;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.hall.HallBoard;
import cn.shiyu.booking.hall.HallQueries.Progress;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of the board, web-portal/templates/portal/hall. */
@CheckedTemplate(basePath = "portal/hall")
final class HallTemplates {

    private HallTemplates() {}

    /** @param form of whoever looks for a number, or null on the board that loads itself anew @param progress of that number, or null */
    static native TemplateInstance board(Bookable hall, HallBoard board, Form form, Progress progress);
}
