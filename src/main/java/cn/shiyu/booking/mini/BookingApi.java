package cn.shiyu.booking.mini;

import cn.shiyu.booking.BookingFlow;
import cn.shiyu.booking.BookingQueries;
import cn.shiyu.booking.DeskFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.redis.RateLimiter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A resident's own bookings. */
@Path("/mini/v1/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "预约")
public class BookingApi {

    @Inject
    CurrentCaller current;

    @Inject
    BookingFlow flow;

    @Inject
    DeskFlow desk;

    @Inject
    BookingQueries bookings;

    @Inject
    RateLimiter limits;

    @POST
    @Operation(
            operationId = "holdBooking",
            summary = "保留一个时间",
            description = "保留几分钟,期间填写联系方式再确认。带同一个 Idempotency-Key 重发只保留一次。")
    @APIResponse(
            responseCode = "201",
            description = "已保留",
            content = @Content(schema = @Schema(implementation = BookingJson.Id.class)))
    public Uni<Response> hold(@HeaderParam(IdempotencyKey.HEADER) String key, BookingJson.Wish typed) {
        Caller resident = current.resident();
        IdempotencyKey once = IdempotencyKey.of(key);
        return limits.admit(resident.tenant(), "booking", resident.id(), 60, Duration.ofHours(1))
                .chain(() -> flow.hold(resident, once, BookingJson.Wish.plain(typed)))
                .map(id -> Response.status(201).entity(new BookingJson.Id(id)).build());
    }

    @GET
    @Operation(operationId = "myBookings", summary = "我的预约")
    public Uni<Page<BookingJson.Booked>> own(@RestQuery String after) {
        return bookings.own(current.resident(), after).map(page -> page.map(BookingJson.Booked::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "booking", summary = "一个预约")
    public Uni<BookingJson.Booked> one(@RestPath UUID id) {
        return bookings.one(current.resident(), id).map(BookingJson.Booked::of);
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(operationId = "confirmBooking", summary = "确认预约")
    public Uni<BookingJson.Booked> confirm(@RestPath UUID id, BookingJson.Contact typed) {
        BookingJson.Contact contact = typed == null ? new BookingJson.Contact(null, null) : typed;
        return after(id, flow.confirm(current.resident(), id, contact.phone(), contact.note()));
    }

    @POST
    @Path("/{id}/move")
    @Operation(operationId = "moveBooking", summary = "改期")
    public Uni<BookingJson.Booked> move(@RestPath UUID id, BookingJson.Wish typed) {
        return after(id, flow.move(current.resident(), id, BookingJson.Wish.plain(typed)));
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(operationId = "cancelBooking", summary = "取消预约")
    public Uni<BookingJson.Booked> cancel(@RestPath UUID id) {
        return after(id, flow.cancel(current.resident(), id));
    }

    @POST
    @Path("/{id}/check-in")
    @Operation(operationId = "checkInBooking", summary = "签到")
    public Uni<BookingJson.Booked> checkIn(@RestPath UUID id) {
        return after(id, desk.checkIn(current.resident(), id));
    }

    private Uni<BookingJson.Booked> after(UUID id, Uni<Void> done) {
        return done.chain(() -> one(id));
    }
}
