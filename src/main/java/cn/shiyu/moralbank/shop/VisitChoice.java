package cn.shiyu.moralbank.shop;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.ServiceOffer;

/** What an offer's service can be booked as, and with whom. */
public record VisitChoice(ServiceOffer service, Bookable bookable) {

    /** As forms send it. */
    public String code() {
        return service.code() + "@" + bookable.code();
    }

    public String name() {
        return service.name() + " · " + bookable.name();
    }

    Visit visit() {
        return new Visit(service.code(), bookable.id());
    }
}
