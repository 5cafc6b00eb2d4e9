package cn.shiyu.mediation.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.mediation.ApplyFlow;
import cn.shiyu.mediation.ChooseFlow;
import cn.shiyu.mediation.MediationQueries;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A resident's own mediations, on either side, up to the choice of a mediator. */
@Path("/mini/v1/mediations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "调解")
public class MediationApi {

    @Inject
    CurrentCaller current;

    @Inject
    ApplyFlow flow;

    @Inject
    ChooseFlow choosing;

    @Inject
    MediationQueries queries;

    @POST
    @Operation(operationId = "applyMediation", summary = "申请调解", description = "带同一个 Idempotency-Key 重发只申请一次。")
    @APIResponse(
            responseCode = "201",
            description = "已申请",
            content = @Content(schema = @Schema(implementation = MediationJson.Id.class)))
    public Uni<Response> apply(@HeaderParam(IdempotencyKey.HEADER) String key, MediationTyped.Wish typed) {
        return flow.apply(current.resident(), IdempotencyKey.of(key), MediationTyped.Wish.plain(typed))
                .map(id -> Response.status(201).entity(new MediationJson.Id(id)).build());
    }

    @GET
    @Operation(operationId = "myMediations", summary = "我的调解,新的在前")
    public Uni<Page<MediationJson.Item>> own(@RestQuery String after) {
        return queries.own(current.resident(), after).map(page -> page.map(MediationJson.Item::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "mediation", summary = "一件调解,只有您可以看的部分")
    public Uni<MediationJson.One> one(@RestPath UUID id) {
        return queries.one(current.resident(), id).map(MediationJson.One::of);
    }

    @POST
    @Path("/{id}/choice")
    @Operation(operationId = "chooseMediator", summary = "选定对方提出的一位调解员")
    public Uni<MediationJson.One> choose(@RestPath UUID id, MediationTyped.Choice typed) {
        MediationTyped.Choice choice = MediationTyped.Choice.orBlank(typed);
        return choosing.choose(current.resident(), id, MediationTyped.text(choice.mediator()), choice.myself())
                .chain(() -> one(id));
    }

    @POST
    @Path("/{id}/proposal")
    @Operation(operationId = "proposeMediators", summary = "另提调解员")
    public Uni<MediationJson.One> propose(@RestPath UUID id, MediationTyped.Choice typed) {
        MediationTyped.Choice choice = MediationTyped.Choice.orBlank(typed);
        return choosing.propose(current.resident(), id, MediationTyped.logins(choice.mediators()), choice.myself())
                .chain(() -> one(id));
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(operationId = "declineMediation", summary = "不同意调解")
    public Uni<MediationJson.One> decline(@RestPath UUID id) {
        return choosing.decline(current.resident(), id).chain(() -> one(id));
    }
}
