package cn.shiyu.booking.mini;

import cn.shiyu.booking.BookingQueries;
import cn.shiyu.booking.WaitFlow;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** 候补: where a resident waits. */
@Path("/mini/v1/booking-waits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "预约")
public class WaitApi {

    @Inject
    CurrentCaller current;

    @Inject
    WaitFlow flow;

    @Inject
    BookingQueries bookings;

    @POST
    @Operation(operationId = "joinWaitList", summary = "登记候补", description = "有名额时按登记先后保留并通知。")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(schema = @Schema(implementation = BookingJson.Id.class)))
    public Uni<Response> join(@HeaderParam(IdempotencyKey.HEADER) String key, BookingJson.Wait typed) {
        return flow.join(current.resident(), IdempotencyKey.of(key), BookingJson.Wait.plain(typed))
                .map(id -> Response.status(201).entity(new BookingJson.Id(id)).build());
    }

    @GET
    @Operation(operationId = "myWaits", summary = "我在哪里候补")
    public Uni<List<BookingJson.Waiting>> own() {
        return bookings.waiting(current.resident()).map(all -> all.stream().map(BookingJson.Waiting::of).toList());
    }

    @POST
    @Path("/{id}/departure")
    @Operation(operationId = "leaveWaitList", summary = "退出候补")
    public Uni<Void> leave(@RestPath UUID id) {
        return flow.leave(current.resident(), id);
    }
}
