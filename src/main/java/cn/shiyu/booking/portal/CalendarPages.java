package cn.shiyu.booking.portal;

import cn.shiyu.booking.CalendarFeedFlow;
import cn.shiyu.booking.CalendarFeedFlow.Made;
import cn.shiyu.booking.CalendarFeedQueries;
import cn.shiyu.booking.calendar.FeedAddress;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** 日历订阅: a resident's private address, made, renewed and ended. */
@Path(CalendarPages.PLACE)
@Authenticated
public class CalendarPages {

    static final String PLACE = "/bookings/calendar";

    @Inject
    CurrentCaller caller;

    @Inject
    CalendarFeedQueries feeds;

    @Inject
    CalendarFeedFlow flow;

    @GET
    public Uni<Response> page() {
        return feeds.since(caller.resident())
                .chain(since -> Html.page(BookTemplates.calendar(since.orElse(null), IdempotencyKey.fresh().value())));
    }

    /** The answer is the page with the address itself: it is shown this once and stands nowhere. */
    @POST
    public Uni<Response> make(MultivaluedMap<String, String> typed, @Context UriInfo here) {
        return flow.make(caller.resident(), IdempotencyKey.of(Form.of(typed).value("idempotencyKey")))
                .chain(made -> shown(made, here));
    }

    private Uni<Response> shown(Made made, UriInfo here) {
        return made.token() == null
                ? Uni.createFrom().item(Html.to(PLACE + "?done=booking.calendarMadeBefore"))
                : Html.page(BookTemplates.calendarMade(FeedAddress.of(here, made.token())));
    }

    @POST
    @Path("/end")
    public Uni<Response> end() {
        return flow.revoke(caller.resident()).replaceWith(() -> Html.to(PLACE + "?done=booking.calendarEnded"));
    }
}
