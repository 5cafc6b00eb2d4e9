package cn.shiyu.booking.console;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.BookingFlow;
import cn.shiyu.booking.BookingQueries;
import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.DeskFlow;
import cn.shiyu.booking.DeskQueries;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** 预约接待: the day of whoever is booked, and what is done with those who come. */
@Path(BookingDesk.PLACE)
public class BookingDesk {

    static final String PLACE = "/console/booking";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    BookingQueries bookings;

    @Inject
    DeskQueries queries;

    @Inject
    SlotQueries slots;

    @Inject
    DeskFlow flow;

    @Inject
    BookingFlow owners;

    @Inject
    Clock clock;

    /** Who has one desk is led to it. */
    @GET
    public Uni<Response> places() {
        return bookings.provided(desk.caller()).chain(places -> places.size() == 1
                ? Uni.createFrom().item(Html.to(PLACE + "/" + places.get(0).id()))
                : Html.page(BookingDeskTemplates.places(desk.frame(), places)));
    }

    @GET
    @Path("/{bookable}")
    public Uni<Response> day(@PathParam("bookable") String bookable, @QueryParam("day") String day) {
        Form form = Form.empty().with("idempotencyKey", IdempotencyKey.fresh().value());
        return page(200, Typed.id(bookable), Typed.day(day, slots.today(city.get())), form);
    }

    private Uni<Response> page(int status, UUID id, LocalDate day, Form form) {
        Caller staff = desk.caller();
        return queries.bookable(staff, id)
                .chain(bookable -> bookings.day(staff, id, day)
                        .map(all -> all.stream().map(one -> DeskItem.of(one, clock.instant())).toList())
                        .chain(items -> queries.displaced(staff, id)
                                .map(displaced -> new DaySheet(
                                        bookable, day, week(id, day), day.minusDays(7), day.plusDays(7), items, displaced,
                                        walkIns(bookable, day)))))
                .chain(sheet -> Html.page(status, BookingDeskTemplates.day(desk.frame(), sheet, form)));
    }

    private List<ServiceOffer> walkIns(Bookable bookable, LocalDate day) {
        return day.equals(slots.today(city.get()))
                ? BookingSettings.of(city.get()).servicesOf(bookable.kind())
                : List.of();
    }

    /** From the Monday before to the Sunday after. */
    private static List<NavItem> week(UUID id, LocalDate day) {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        return IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .map(one -> NavItem.tab(PLACE + "/" + id + "?day=" + one, Typed.brief(one), null, one.equals(day)))
                .toList();
    }

    @POST
    @Path("/{bookable}/walk-ins")
    public Uni<Response> walkIn(@PathParam("bookable") String bookable, MultivaluedMap<String, String> typed) {
        UUID id = Typed.id(bookable);
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> flow.walkIn(
                        desk.caller(), IdempotencyKey.of(form.value("idempotencyKey")), id, form.value("service"), form.value("name")))
                .map(made -> Html.to(PLACE + "/" + id + "?done=desk.walkedIn"))
                .onFailure(Typed::isCorrectable)
                .recoverWithUni(refused -> page(
                        ((Refusal) refused).status(), id, slots.today(city.get()), form.refused((Refusal) refused)));
    }

    @POST
    @Path("/{bookable}/bookings/{id}/check-in")
    public Uni<Response> checkIn(@PathParam("id") String id, MultivaluedMap<String, String> typed, @PathParam("bookable") String at) {
        return flow.checkIn(desk.caller(), Typed.id(id)).replaceWith(() -> back(at, typed, "desk.checkedIn"));
    }

    @POST
    @Path("/{bookable}/bookings/{id}/start")
    public Uni<Response> start(@PathParam("id") String id, MultivaluedMap<String, String> typed, @PathParam("bookable") String at) {
        return flow.start(desk.caller(), Typed.id(id)).replaceWith(() -> back(at, typed, "desk.started"));
    }

    @POST
    @Path("/{bookable}/bookings/{id}/finish")
    public Uni<Response> finish(@PathParam("id") String id, MultivaluedMap<String, String> typed, @PathParam("bookable") String at) {
        return flow.finish(desk.caller(), Typed.id(id)).replaceWith(() -> back(at, typed, "desk.finished"));
    }

    @POST
    @Path("/{bookable}/bookings/{id}/miss")
    public Uni<Response> miss(@PathParam("id") String id, MultivaluedMap<String, String> typed, @PathParam("bookable") String at) {
        return flow.miss(desk.caller(), Typed.id(id)).replaceWith(() -> back(at, typed, "desk.missed"));
    }

    @POST
    @Path("/{bookable}/bookings/{id}/forgive")
    public Uni<Response> forgive(@PathParam("id") String id, MultivaluedMap<String, String> typed, @PathParam("bookable") String at) {
        return flow.forgive(desk.caller(), Typed.id(id)).replaceWith(() -> back(at, typed, "desk.forgiven"));
    }

    @POST
    @Path("/{bookable}/bookings/{id}/cancel")
    public Uni<Response> cancel(@PathParam("id") String id, MultivaluedMap<String, String> typed, @PathParam("bookable") String at) {
        return owners.cancel(desk.caller(), Typed.id(id)).replaceWith(() -> back(at, typed, "desk.cancelled"));
    }

    /** To the day it was done on. */
    private Response back(String bookable, MultivaluedMap<String, String> typed, String done) {
        LocalDate day = Typed.day(typed.getFirst("day"), slots.today(city.get()));
        return Html.to(PLACE + "/" + Typed.id(bookable) + "?day=" + day + "&done=" + done);
    }
}
