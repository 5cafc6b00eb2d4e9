package cn.shiyu.booking.console;

import cn.shiyu.booking.AppealQueries;
import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.DeskQueries.RotaView;
import cn.shiyu.booking.calendar.FeedAddress;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;

/** Templates of desks, web-portal/templates/console/booking. */
@CheckedTemplate(basePath = "console/booking")
final class BookingDeskTemplates {

    private BookingDeskTemplates() {}

    static native TemplateInstance places(StaffFrame frame, List<Bookable> places);

    static native TemplateInstance day(StaffFrame frame, DaySheet sheet, Form form);

    /** @param shifts the week as rows of the form @param hit how many bookings what was tried would hit; null where nothing was */
    static native TemplateInstance rota(
            StaffFrame frame, RotaView rota, List<ShiftRow> shifts, List<Choice> days, Form week, Form exception, Integer hit);

    /** @param since when the address was made that is in force, or null */
    static native TemplateInstance calendar(StaffFrame frame, Instant since, String key);

    static native TemplateInstance calendarMade(StaffFrame frame, FeedAddress address);

    static native TemplateInstance appeals(StaffFrame frame, Page<AppealQueries.Item> page, String after);

    static native TemplateInstance appeal(StaffFrame frame, AppealQueries.Case found, Form form);
}
