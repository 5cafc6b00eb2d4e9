package cn.shiyu.booking.hall.console;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.BookingQueries;
import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.BookingStatus;
import cn.shiyu.booking.BookingView;
import cn.shiyu.booking.DeskQueries;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.booking.hall.HallFlow;
import cn.shiyu.booking.hall.HallQueries;
import cn.shiyu.booking.hall.HallQueries.Counter;
import cn.shiyu.booking.hall.TicketAction;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** 窗口叫号: whoever sits at a window gives out numbers, calls the next, passes over, finishes. */
@Path(HallDesk.PLACE)
public class HallDesk {

    static final String PLACE = "/console/hall";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    HallFlow flow;

    @Inject
    HallQueries halls;

    @Inject
    DeskQueries desks;

    @Inject
    BookingQueries bookings;

    @Inject
    SlotQueries slots;

    /** Who has one hall is led to it. */
    @GET
    public Uni<Response> halls() {
        return bookings.provided(desk.caller())
                .map(places -> places.stream().filter(one -> one.kind().equals(HallQueries.KIND)).toList())
                .chain(all -> all.size() == 1
                        ? Uni.createFrom().item(Html.to(PLACE + "/" + all.get(0).id()))
                        : Html.page(HallDeskTemplates.halls(desk.frame(), all)));
    }

    @GET
    @Path("/{hall}")
    public Uni<Response> window(
            @PathParam("hall") String hall, @QueryParam("window") String window, @QueryParam("given") String given) {
        return page(200, id(hall), window(window), Form.empty(), given == null ? null : window(given));
    }

    private Uni<Response> page(int status, UUID hall, int window, Form typed, Integer given) {
        Caller clerk = desk.caller();
        Form form = typed.value("idempotencyKey").isEmpty()
                ? typed.with("idempotencyKey", IdempotencyKey.fresh().value())
                : typed;
        return halls.counter(clerk, hall)
                .chain(counter -> desks.bookable(clerk, hall)
                        .chain(place -> bookings.day(clerk, hall, slots.today(city.get()))
                                .map(today -> sheet(place, window, counter, today))))
                .chain(sheet -> Html.page(status, HallDeskTemplates.window(desk.frame(), sheet, form, given)));
    }

    private HallSheet sheet(Bookable hall, int asked, Counter counter, List<BookingView> today) {
        int window = Math.min(Math.max(asked, 1), hall.capacity());
        return new HallSheet(
                hall,
                window,
                IntStream.rangeClosed(1, hall.capacity()).mapToObj(one -> tab(hall, one, window)).toList(),
                counter,
                counter.atWindows().stream().filter(one -> one.window() == window).findFirst().orElse(null),
                today.stream().filter(one -> one.status() == BookingStatus.CONFIRMED).toList(),
                BookingSettings.of(city.get()).servicesOf(hall.kind()));
    }

    private static NavItem tab(Bookable hall, int window, int current) {
        return NavItem.tab(
                PLACE + "/" + hall.id() + "?window=" + window, Messages.get("hall.window", window), null, window == current);
    }

    @POST
    @Path("/{hall}/numbers")
    public Uni<Response> walkIn(@PathParam("hall") String hall, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return given(hall, form, () -> flow.walkIn(
                desk.caller(), IdempotencyKey.of(form.value("idempotencyKey")), id(hall), form.value("service"), form.value("name")));
    }

    @POST
    @Path("/{hall}/bookings/{booking}/number")
    public Uni<Response> checkIn(
            @PathParam("hall") String hall, @PathParam("booking") String booking, MultivaluedMap<String, String> typed) {
        return given(hall, Form.of(typed), () -> flow.checkIn(desk.caller(), id(hall), id(booking)));
    }

    private Uni<Response> given(String hall, Form form, Supplier<Uni<Integer>> work) {
        return back(hall, form, () -> work.get()
                .map(number -> Html.to(here(hall, form) + "&given=" + number)));
    }

    @POST
    @Path("/{hall}/next")
    public Uni<Response> next(@PathParam("hall") String hall, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return back(hall, form, () -> flow.callNext(desk.caller(), id(hall), window(form.value("window")))
                .map(number -> Html.to(here(hall, form) + "&done=hall." + (number.isPresent() ? "called" : "nobody"))));
    }

    @POST
    @Path("/{hall}/tickets/{ticket}/{act}")
    public Uni<Response> act(
            @PathParam("hall") String hall,
            @PathParam("ticket") String ticket,
            @PathParam("act") String act,
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return back(hall, form, () -> flow.act(desk.caller(), id(hall), id(ticket), action(act), window(form.value("window")))
                .map(number -> Html.to(here(hall, form) + "&done=hall." + act)));
    }

    private static TicketAction action(String act) {
        return switch (act) {
            case "call" -> TicketAction.CALL;
            case "again" -> TicketAction.CALL_AGAIN;
            case "skip" -> TicketAction.SKIP;
            case "finish" -> TicketAction.FINISH;
            default -> throw Refusal.notFound();
        };
    }

    /** What is refused comes back on the window's page, with what was typed. */
    private Uni<Response> back(String hall, Form form, Supplier<Uni<Response>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(HallDesk::isCorrectable)
                .recoverWithUni(refused -> page(
                        ((Refusal) refused).status(), id(hall), window(form.value("window")), form.refused((Refusal) refused), null));
    }

    private static boolean isCorrectable(Throwable failure) {
        return failure instanceof Refusal refusal && (refusal.status() == 409 || refusal.status() == 422);
    }

    private static String here(String hall, Form form) {
        return PLACE + "/" + id(hall) + "?window=" + window(form.value("window"));
    }

    /** The first where none, or none that could be one, is named. */
    private static int window(String text) {
        return text != null && text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 1;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
