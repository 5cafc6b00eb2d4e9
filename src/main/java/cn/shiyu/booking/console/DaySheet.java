package cn.shiyu.booking.console;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.DeskQueries.Displaced;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.platform.web.NavItem;
import java.time.LocalDate;
import java.util.List;

/**
 * One day at a desk, ready to be shown.
 *
 * @param week the days around it @param walkIns services for whoever stands there; empty on other days than today
 */
record DaySheet(
        Bookable bookable,
        LocalDate day,
        List<NavItem> week,
        LocalDate before,
        LocalDate after,
        List<DeskItem> items,
        List<Displaced> displaced,
        List<ServiceOffer> walkIns) {

    public String href() {
        return BookingDesk.PLACE + "/" + bookable.id();
    }
}
