package cn.shiyu.booking.mini;

import cn.shiyu.booking.CalendarFeedFlow;
import cn.shiyu.booking.CalendarFeedQueries;
import cn.shiyu.booking.calendar.FeedAddress;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 日历订阅: the resident's private address for a calendar app. */
@Path("/mini/v1/booking-calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "预约")
public class CalendarFeedApi {

    /** @param since null without an address */
    public record State(@Schema(description = "现在的订阅地址是什么时候生成的,没有则为空") Instant since) {}

    /** @param address null when it was shown before */
    public record Address(@Schema(description = "订阅地址,只在生成时给出这一次;重发同一请求时为空") String address) {}

    @Inject
    CurrentCaller current;

    @Inject
    CalendarFeedQueries feeds;

    @Inject
    CalendarFeedFlow flow;

    @GET
    @Operation(operationId = "calendarFeed", summary = "有没有日历订阅地址")
    public Uni<State> state() {
        return feeds.since(current.resident()).map(since -> new State(since.orElse(null)));
    }

    @POST
    @Operation(
            operationId = "makeCalendarFeed",
            summary = "生成日历订阅地址",
            description = "只有时间、地点和服务,不写事由。原来的地址随即失效。带同一个 Idempotency-Key 重发只生成一次。")
    @APIResponse(
            responseCode = "201",
            description = "已生成",
            content = @Content(schema = @Schema(implementation = Address.class)))
    public Uni<Response> make(@HeaderParam(IdempotencyKey.HEADER) String key, @Context UriInfo here) {
        return flow.make(current.resident(), IdempotencyKey.of(key))
                .map(made -> new Address(made.token() == null ? null : FeedAddress.of(here, made.token()).https()))
                .map(address -> Response.status(201).entity(address).build());
    }

    @DELETE
    @Operation(operationId = "endCalendarFeed", summary = "停用日历订阅地址")
    public Uni<Void> end() {
        return flow.revoke(current.resident());
    }
}
