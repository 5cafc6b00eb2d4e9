package cn.shiyu.booking.hall.console;

import cn.shiyu.booking.Bookable;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of windows, web-portal/templates/console/hall. */
@CheckedTemplate(basePath = "console/hall")
final class HallDeskTemplates {

    private HallDeskTemplates() {}

    static native TemplateInstance halls(StaffFrame frame, List<Bookable> halls);

    /** @param given the number just given out, or null */
    static native TemplateInstance window(StaffFrame frame, HallSheet sheet, Form form, Integer given);
}
