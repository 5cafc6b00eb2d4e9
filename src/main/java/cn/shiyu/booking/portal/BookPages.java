package cn.shiyu.booking.portal;

import cn.shiyu.booking.BookingFlow;
import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.Mode;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.booking.WaitFlow;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;

/** 预约: what can be booked, with whom, when. Anyone may look; who signed in may take. */
@Path("/book")
public class BookPages {

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    SlotQueries slots;

    @Inject
    BookingFlow flow;

    @Inject
    WaitFlow waiting;

    @GET
    public Uni<Response> services() {
        return Html.page(BookTemplates.services(BookingSettings.of(city.get()).offered()));
    }

    @GET
    @Path("/{service}")
    public Uni<Response> providers(
            @PathParam("service") String code, @QueryParam("after") String after, @QueryParam("move") String move) {
        ServiceOffer service = service(code);
        return slots.nextFree(city.get(), service, after)
                .chain(page -> Html.page(BookTemplates.providers(service, page, after, move)));
    }

    @GET
    @Path("/{service}/{bookable}")
    public Uni<Response> times(
            @PathParam("service") String code,
            @PathParam("bookable") String bookable,
            @QueryParam("day") String day,
            @QueryParam("move") String move) {
        Form form = Form.empty().with("mode", service(code).modes().get(0));
        return page(200, code, bookable, Typed.dayOrNull(day), move == null ? null : Typed.id(move), form);
    }

    /** @param day whose times are shown, or null */
    private Uni<Response> page(int status, String code, String bookable, LocalDate day, UUID move, Form form) {
        ServiceOffer service = service(code);
        UUID id = Typed.id(bookable);
        LocalDate today = slots.today(city.get());
        return slots.bookable(city.get(), id)
                .invoke(found -> {
                    if (!found.kind().equals(service.kind())) {
                        throw Refusal.notFound();
                    }
                })
                .chain(found -> slots.free(city.get(), id, service, today, today.plusDays(service.horizonDays()))
                        .chain(free -> Html.page(
                                status,
                                BookTemplates.slots(
                                        new SlotChoice(service, found, free, day, move, today, form),
                                        IdempotencyKey.fresh().value()))));
    }

    @POST
    @Authenticated
    @Path("/{service}/{bookable}/holds")
    public Uni<Response> hold(
            @PathParam("service") String code, @PathParam("bookable") String bookable, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> flow.hold(caller.resident(), Typed.key(form), wish(code, bookable, form)))
                .map(id -> Html.to("/bookings/" + id))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again((Refusal) refused, code, bookable, null, form));
    }

    @POST
    @Authenticated
    @Path("/{service}/{bookable}/moves/{booking}")
    public Uni<Response> move(
            @PathParam("service") String code,
            @PathParam("bookable") String bookable,
            @PathParam("booking") String booking,
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID moved = Typed.id(booking);
        return Uni.createFrom()
                .deferred(() -> flow.move(caller.resident(), moved, wish(code, bookable, form)))
                .replaceWith(() -> Html.to("/bookings/" + booking + "?done=booking.moved"))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again((Refusal) refused, code, bookable, moved, form));
    }

    @POST
    @Authenticated
    @Path("/{service}/{bookable}/waits")
    public Uni<Response> join(
            @PathParam("service") String code, @PathParam("bookable") String bookable, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> waiting.join(
                        caller.resident(),
                        Typed.key(form),
                        new WaitFlow.Wish(
                                Typed.id(bookable), code, Typed.mode(form), Typed.day("from", form), Typed.day("to", form))))
                .replaceWith(() -> Html.to("/bookings?done=booking.waiting"))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again((Refusal) refused, code, bookable, null, form));
    }

    private Uni<Response> again(Refusal refusal, String code, String bookable, UUID move, Form form) {
        return refusal.status() == 404 || refusal.status() == 403 || refusal.status() >= 500
                ? Uni.createFrom().failure(refusal)
                : page(refusal.status(), code, bookable, Typed.dayOrNull(form.value("day")), move, form.refused(refusal));
    }

    private static BookingFlow.Wish wish(String code, String bookable, Form form) {
        Mode mode = Typed.mode(form);
        return new BookingFlow.Wish(Typed.id(bookable), code, mode, Typed.start(form));
    }

    private ServiceOffer service(String code) {
        return BookingSettings.of(city.get()).offered(code).orElseThrow(Refusal::notFound);
    }
}
