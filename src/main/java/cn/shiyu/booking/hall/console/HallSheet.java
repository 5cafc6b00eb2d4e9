package cn.shiyu.booking.hall.console;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.BookingView;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.hall.HallQueries.Counter;
import cn.shiyu.booking.hall.TicketView;
import cn.shiyu.platform.web.NavItem;
import java.util.List;

/** One window's page, ready to be shown. @param here who is at this window, or null @param booked those of today who are not there yet */
record HallSheet(
        Bookable hall,
        int window,
        List<NavItem> windows,
        Counter counter,
        TicketView here,
        List<BookingView> booked,
        List<ServiceOffer> services) {

    public String href() {
        return HallDesk.PLACE + "/" + hall.id();
    }
}
