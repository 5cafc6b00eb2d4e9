package cn.shiyu.mediation.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.mediation.InvitationFlow;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The other party's way in. */
@Path("/mini/v1/invitations/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "调解")
public class InvitationApi {

    @Schema(name = "MediationInvitation")
    public record Glance(
            String shelf, @Schema(description = "谁发出的邀请,只显示姓") String from, @Schema(description = "请在此之前答复") Instant until,
            @Schema(description = "链接现在能不能用") boolean open) {}

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller current;

    @Inject
    InvitationFlow flow;

    @GET
    @Operation(operationId = "mediationInvitation", summary = "看一眼邀请")
    public Uni<Glance> glance(@RestPath String token) {
        return flow.glance(city.get(), token).map(it -> new Glance(it.shelf(), it.from(), it.until(), it.open()));
    }

    @POST
    @Operation(operationId = "openInvitation", summary = "接受邀请", description = "填写被邀请手机号的后四位;错几次后链接失效。")
    public Uni<MediationJson.Id> open(@RestPath String token, MediationTyped.Digits typed) {
        return flow.open(current.resident(), token, typed == null ? "" : MediationTyped.text(typed.digits()))
                .map(MediationJson.Id::new);
    }
}
