package cn.shiyu.booking.console;

import cn.shiyu.booking.CalendarFeedFlow;
import cn.shiyu.booking.CalendarFeedFlow.Made;
import cn.shiyu.booking.CalendarFeedQueries;
import cn.shiyu.booking.calendar.FeedAddress;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** 日历订阅 of those who receive people: the private address of their own bookings, made, renewed and ended. */
@Path(CalendarDesk.PLACE)
public class CalendarDesk {

    static final String PLACE = BookingDesk.PLACE + "/calendar";

    @Inject
    StaffDesk desk;

    @Inject
    CalendarFeedQueries feeds;

    @Inject
    CalendarFeedFlow flow;

    @GET
    public Uni<Response> page() {
        return feeds.since(provider())
                .chain(since -> Html.page(BookingDeskTemplates.calendar(desk.frame(), since.orElse(null), IdempotencyKey.fresh().value())));
    }

    /** @throws Refusal 404 for staff who receive nobody */
    private Caller provider() {
        Caller staff = desk.caller();
        if (DeskPlace.receives(staff)) {
            return staff;
        }
        throw Refusal.notFound();
    }

    /** The answer is the page with the address itself: it is shown this once and stands nowhere. */
    @POST
    public Uni<Response> make(MultivaluedMap<String, String> typed, @Context UriInfo here) {
        return flow.make(provider(), IdempotencyKey.of(Form.of(typed).value("idempotencyKey"))).chain(made -> shown(made, here));
    }

    private Uni<Response> shown(Made made, UriInfo here) {
        return made.token() == null
                ? Uni.createFrom().item(Html.to(PLACE + "?done=desk.calendarMadeBefore"))
                : Html.page(BookingDeskTemplates.calendarMade(desk.frame(), FeedAddress.of(here, made.token())));
    }

    @POST
    @Path("/end")
    public Uni<Response> end() {
        return flow.revoke(provider()).replaceWith(() -> Html.to(PLACE + "?done=desk.calendarEnded"));
    }
}
