package cn.shiyu.booking.portal;

import cn.shiyu.booking.AppealQueries;
import cn.shiyu.booking.BookingView;
import cn.shiyu.booking.NextFree;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.WaitView;
import cn.shiyu.booking.calendar.FeedAddress;
import cn.shiyu.booking.hall.HallQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;

/** Templates of booking, web-portal/templates/portal/booking. */
@CheckedTemplate(basePath = "portal/booking")
final class BookTemplates {

    private BookTemplates() {}

    static native TemplateInstance services(List<ServiceOffer> services);

    /** @param move id of the booking to be moved, or null */
    static native TemplateInstance providers(ServiceOffer service, Page<NextFree> page, String after, String move);

    static native TemplateInstance slots(SlotChoice page, String key);

    static native TemplateInstance list(Page<BookingView> page, List<WaitView> waiting, String after);

    /**
     * @param asksPhone whether a phone number must be left
     * @param takesNote whether it may say what it is about
     * @param number in the hall, or null
     */
    static native TemplateInstance show(
            BookingView booking, boolean asksPhone, boolean takesNote, Form form, AppealQueries.Standing appeal,
            HallQueries.Progress number);

    /** @param since when the address was made that is in force, or null */
    static native TemplateInstance calendar(Instant since, String key);

    static native TemplateInstance calendarMade(FeedAddress address);
}
