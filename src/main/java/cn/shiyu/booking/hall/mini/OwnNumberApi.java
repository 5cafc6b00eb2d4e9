package cn.shiyu.booking.hall.mini;

import cn.shiyu.booking.hall.HallQueries;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The number that stands for one's own booking. */
@Path("/mini/v1/bookings/{id}/number")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "预约")
public class OwnNumberApi {

    @Inject
    CurrentCaller current;

    @Inject
    HallQueries halls;

    @GET
    @Operation(operationId = "bookingNumber", summary = "我的预约取到的号", description = "还没有取号时 404。")
    public Uni<HallNumber> number(@RestPath UUID id) {
        return halls.ofBooking(current.resident(), id).map(found -> HallNumber.of(found.orElseThrow(Refusal::notFound)));
    }
}
