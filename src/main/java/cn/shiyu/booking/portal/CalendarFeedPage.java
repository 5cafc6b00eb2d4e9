package cn.shiyu.booking.portal;

import cn.shiyu.booking.CalendarFeedQueries;
import cn.shiyu.booking.CalendarFeedQueries.Feed;
import cn.shiyu.booking.calendar.BookingCalendar;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Where calendar apps fetch somebody's bookings (iCalendar, RFC 5545), again and again. They cannot sign in: whoever knows the address
 * reads what it shows, which is why it shows so little and can be ended.
 */
@Path("/calendar/{token}.ics")
public class CalendarFeedPage {

    private static final int AN_HOUR = 120;

    @Inject
    CurrentCity city;

    @Inject
    CalendarFeedQueries feeds;

    @Inject
    BookingCalendar calendar;

    @Inject
    RateLimiter limits;

    @GET
    public Uni<Response> feed(@PathParam("token") String token, @Context Request request) {
        City here = city.get();
        return feeds.feed(here, token)
                .call(feed -> limits.admit(here.id(), "calendar", feed.id().toString(), AN_HOUR, Duration.ofHours(1)))
                .map(feed -> answer(here, feed, request));
    }

    private Response answer(City here, Feed feed, Request request) {
        EntityTag tag = new EntityTag(BookingCalendar.tag(feed), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(calendar.of(here, feed)).type("text/calendar;charset=UTF-8");
        return answer.tag(tag)
                .header("Cache-Control", "private, no-cache")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
