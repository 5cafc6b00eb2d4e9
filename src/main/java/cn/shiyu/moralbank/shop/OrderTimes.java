package cn.shiyu.moralbank.shop;

import cn.shiyu.booking.BookingFlow;
import cn.shiyu.booking.BookingSubject;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.SubjectFlow;
import cn.shiyu.booking.SubjectQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** When orders of services are had: a booking of the booking core each, with the order as its subject. */
@ApplicationScoped
class OrderTimes {

    @Inject
    SubjectFlow bookings;

    @Inject
    SubjectQueries booked;

    @Inject
    CityDirectory cities;

    /** @throws Refusal 404 when the order needs no time; 422 {@code start} when that would be after it lapses; as {@link SubjectFlow#book} */
    Uni<Order> choose(SqlConnection connection, Caller resident, Order order, Instant start) {
        ServiceOffer service = VisitQueries.service(cities.byId(resident.tenant()), order);
        BookingFlow.Wish wish = new BookingFlow.Wish(order.visit().bookable(), service.code(), service.modes().get(0), start);
        return bookings.book(connection, resident, wish, subject(order))
                .invoke(time -> inTime(order, time.end()))
                .map(order::at);
    }

    static void inTime(Order order, Instant end) {
        if (end.isAfter(order.until())) {
            throw ShopRefusals.field("start", "afterItLapses");
        }
    }

    Uni<Void> giveBack(SqlConnection connection, Caller by, Order order) {
        return order.visit() == null ? Uni.createFrom().voidItem() : bookings.giveBack(connection, by, subject(order));
    }

    Uni<Void> served(SqlConnection connection, Caller by, Order order) {
        return order.visit() == null ? Uni.createFrom().voidItem() : bookings.served(connection, by, subject(order));
    }

    Uni<Void> missed(SqlConnection connection, Caller by, Order order) {
        return bookings.missed(connection, by, subject(order));
    }

    /** The same with their times, by one statement. */
    Uni<List<Order>> with(SqlConnection connection, TenantId tenant, List<Order> orders) {
        return booked.of(connection, tenant, Visit.SUBJECT, orders.stream().filter(one -> one.visit() != null).map(Order::id).toList())
                .map(times -> orders.stream().map(one -> one.at(times.get(one.id()))).toList());
    }

    Uni<Page<Order>> with(SqlConnection connection, TenantId tenant, Page<Order> page) {
        return with(connection, tenant, page.items()).map(orders -> new Page<>(orders, page.next()));
    }

    Uni<Order> with(SqlConnection connection, TenantId tenant, Order order) {
        return with(connection, tenant, List.of(order)).map(orders -> orders.get(0));
    }

    private static BookingSubject subject(Order order) {
        return new BookingSubject(Visit.SUBJECT, order.id());
    }
}
