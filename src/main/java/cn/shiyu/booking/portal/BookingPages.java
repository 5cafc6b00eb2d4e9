package cn.shiyu.booking.portal;

import cn.shiyu.booking.AppealFlow;
import cn.shiyu.booking.AppealQueries;
import cn.shiyu.booking.BookingFlow;
import cn.shiyu.booking.BookingQueries;
import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.BookingView;
import cn.shiyu.booking.DeskFlow;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.WaitFlow;
import cn.shiyu.booking.calendar.BookingCalendar;
import cn.shiyu.booking.hall.HallQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** 我的预约: the list, one booking with what can be done with it. */
@Path("/bookings")
@Authenticated
public class BookingPages {

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    BookingQueries bookings;

    @Inject
    BookingFlow flow;

    @Inject
    DeskFlow desk;

    @Inject
    WaitFlow waiting;

    @Inject
    BookingCalendar calendar;

    @Inject
    AppealQueries appeals;

    @Inject
    AppealFlow appealing;

    @Inject
    HallQueries halls;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        Caller resident = caller.resident();
        return bookings.own(resident, after)
                .chain(page -> bookings.waiting(resident)
                        .chain(waits -> Html.page(BookTemplates.list(page, waits, after))));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty());
    }

    private Uni<Response> page(int status, String id, Form form) {
        return bookings.one(caller.resident(), Typed.id(id))
                .chain(booking -> appeals.standing(caller.resident(), booking.id())
                        .chain(appeal -> halls.ofBooking(caller.resident(), booking.id())
                                .chain(number -> Html.page(
                                        status,
                                        BookTemplates.show(
                                                booking, asks(booking, one -> one.asksPhone(booking.mode())),
                                                asks(booking, ServiceOffer::takesNote), form, appeal, number.orElse(null))))));
    }

    private boolean asks(BookingView booking, Predicate<ServiceOffer> what) {
        return BookingSettings.of(city.get()).service(booking.serviceCode()).filter(what).isPresent();
    }

    @POST
    @Path("/{id}/confirmation")
    public Uni<Response> confirm(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return turn(id, form, "confirmed", booking -> flow.confirm(
                caller.resident(), booking, form.value("phone"), form.value("note")));
    }

    @POST
    @Path("/{id}/cancellation")
    public Uni<Response> cancel(@PathParam("id") String id) {
        return turn(id, Form.empty(), "cancelled", booking -> flow.cancel(caller.resident(), booking));
    }

    @POST
    @Path("/{id}/check-in")
    public Uni<Response> checkIn(@PathParam("id") String id) {
        return turn(id, Form.empty(), "checkedIn", booking -> desk.checkIn(caller.resident(), booking));
    }

    @POST
    @Path("/{id}/appeal")
    public Uni<Response> appeal(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return turn(id, form, "appealed", booking -> appealing.appeal(caller.resident(), booking, form.value("words")));
    }

    /** Anything refused comes back on the page, with all that was typed. */
    private Uni<Response> turn(String id, Form form, String done, Function<UUID, Uni<Void>> work) {
        UUID booking = Typed.id(id);
        return Uni.createFrom()
                .deferred(() -> work.apply(booking))
                .replaceWith(() -> Html.to("/bookings/" + id + "?done=booking." + done))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again((Refusal) refused, id, form));
    }

    private Uni<Response> again(Refusal refusal, String id, Form form) {
        return refusal.status() == 404 || refusal.status() >= 500
                ? Uni.createFrom().failure(refusal)
                : page(refusal.status(), id, form.refused(refusal));
    }

    @POST
    @Path("/waits/{entry}/departure")
    public Uni<Response> leave(@PathParam("entry") String entry) {
        return waiting.leave(caller.resident(), Typed.id(entry)).replaceWith(() -> Html.to("/bookings?done=booking.left"));
    }

    /** The booking for the person's own calendar (iCalendar, RFC 5545). */
    @GET
    @Path("/{id}/booking.ics")
    public Uni<Response> calendar(@PathParam("id") String id) {
        return bookings.one(caller.resident(), Typed.id(id))
                .map(booking -> Response.ok(calendar.of(city.get(), booking))
                        .type("text/calendar;charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"booking.ics\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
