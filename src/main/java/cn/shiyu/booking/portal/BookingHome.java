package cn.shiyu.booking.portal;

import cn.shiyu.booking.BookingSettings;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.portal.HomePanel;
import cn.shiyu.organisation.portal.HomePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.City;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be booked, and what one has booked. */
@Singleton
class BookingHome implements HomePlace {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<HomePanel> of(City city, Caller caller) {
        List<NavItem> links = new ArrayList<>();
        BookingSettings.of(city).offered().forEach(service ->
                links.add(new NavItem(service.address(), service.name(), null)));
        if (links.isEmpty()) {
            return Optional.empty();
        }
        if (caller.isResident()) {
            links.add(new NavItem("/bookings", Messages.get("booking.own"), null));
            links.add(new NavItem("/notices", Messages.get("notify.title"), null));
        }
        return Optional.of(new HomePanel("book", Messages.get("booking.title"), links));
    }
}
