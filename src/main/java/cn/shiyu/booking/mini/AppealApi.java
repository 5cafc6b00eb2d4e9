package cn.shiyu.booking.mini;

import cn.shiyu.booking.AppealFlow;
import cn.shiyu.booking.AppealQueries;
import cn.shiyu.booking.AppealView;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** 未到申诉. */
@Path("/mini/v1/bookings/{id}/appeal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "预约")
public class AppealApi {

    @Schema(name = "AppealWords")
    public record Words(@Schema(description = "没有来的原因,1 到 500 字") String words) {}

    @Schema(name = "Appeal")
    public record Appeal(
            @Schema(description = "NONE 没有申诉、OPEN 待处理(期间不计未到)、GRANTED 已撤销未到、REFUSED 维持未到") String status,
            @Schema(description = "现在能不能申诉") boolean possible,
            @Schema(description = "最晚什么时候申诉") Instant until,
            String words,
            @Schema(description = "工作人员的答复") String reason) {

        static Appeal of(AppealQueries.Standing it) {
            Optional<AppealView> made = Optional.ofNullable(it.made());
            return new Appeal(
                    made.map(one -> one.status().name()).orElse("NONE"), it.possible(), it.until(),
                    made.map(AppealView::words).orElse(null), made.map(AppealView::reason).orElse(null));
        }
    }

    @Inject
    CurrentCaller current;

    @Inject
    AppealQueries appeals;

    @Inject
    AppealFlow flow;

    @GET
    @Operation(operationId = "noShowAppeal", summary = "对未到记录的申诉")
    public Uni<Appeal> state(@RestPath UUID id) {
        return appeals.standing(current.resident(), id).map(Appeal::of);
    }

    @POST
    @Operation(operationId = "appealNoShow", summary = "对未到记录提出申诉", description = "每个预约一次;待处理时重发不变。处理期间这次未到不计入次数。")
    public Uni<Appeal> appeal(@RestPath UUID id, Words typed) {
        if (typed == null) {
            throw Refusal.badInput("words", "请写明没有来的原因。");
        }
        return flow.appeal(current.resident(), id, typed.words()).chain(() -> state(id));
    }
}
