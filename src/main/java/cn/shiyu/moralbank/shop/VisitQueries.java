package cn.shiyu.moralbank.shop;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.Slot;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What services of the catalogue can be booked as, and the times an order can still choose. */
@ApplicationScoped
public class VisitQueries {

    @Inject
    SlotQueries slots;

    @Inject
    CityDirectory cities;

    @Inject
    OrderQueries orders;

    /** The free times of an order, all before it lapses. */
    public record Times(Order order, ServiceOffer service, Bookable bookable, List<Slot> free) {}

    /** Services for orders, each with all who offer them. */
    public Uni<List<VisitChoice>> choices(City city) {
        List<ServiceOffer> services = BookingSettings.of(city).through(Visit.SUBJECT);
        return slots.ofKinds(city, services.stream().map(ServiceOffer::kind).distinct().toList())
                .map(found -> services.stream()
                        .flatMap(service -> found.stream()
                                .filter(one -> one.kind().equals(service.kind()))
                                .map(one -> new VisitChoice(service, one)))
                        .toList());
    }

    /** @throws Refusal 404 for anybody else's order, and for one that needs no time; 409 {@code order-ended} */
    public Uni<Times> times(Caller resident, UUID id) {
        City city = cities.byId(resident.tenant());
        return orders.one(resident, id).chain(order -> {
            ServiceOffer service = service(city, order);
            OrderFlow.next(OrderAction.FETCH, order);
            LocalDate today = slots.today(city);
            return slots.known(city, order.visit().bookable())
                    .chain(with -> free(city, with, service, today).map(free -> new Times(order, service, with, before(order, free))));
        });
    }

    /** None while nobody may be booked there. */
    private Uni<List<Slot>> free(City city, Bookable with, ServiceOffer service, LocalDate today) {
        return with.active()
                ? slots.free(city, with.id(), service, today, today.plusDays(service.horizonDays()))
                : Uni.createFrom().item(List.of());
    }

    private static List<Slot> before(Order order, List<Slot> free) {
        return free.stream().filter(slot -> !slot.end().isAfter(order.until())).toList();
    }

    /** @throws Refusal 404 when the order needs no time, or the city no longer has the service */
    static ServiceOffer service(City city, Order order) {
        if (order.visit() == null) {
            throw Refusal.notFound();
        }
        return BookingSettings.of(city).service(order.visit().service()).orElseThrow(Refusal::notFound);
    }
}
