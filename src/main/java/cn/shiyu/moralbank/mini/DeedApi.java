package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.deed.ClaimFlow;
import cn.shiyu.moralbank.deed.DeedQueries;
import cn.shiyu.moralbank.deed.ReviewFlow;
import cn.shiyu.moralbank.deed.TellFlow;
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

/** 好人好事: tell of one, accept what others told, appeal. */
@Path("/mini/v1/bank")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行·好人好事")
public class DeedApi {

    @Inject
    CurrentCaller current;

    @Inject
    DeedQueries queries;

    @Inject
    TellFlow telling;

    @Inject
    ClaimFlow claiming;

    @Inject
    ReviewFlow reviewing;

    @GET
    @Path("/deeds")
    @Operation(operationId = "myDeeds", summary = "我的好人好事", description = "自己做的,和替别人讲的。")
    public Uni<Page<DeedJson.One>> own(@RestQuery String after) {
        return queries.own(current.resident(), after).map(page -> page.map(DeedJson.One::of));
    }

    @POST
    @Path("/deeds")
    @Operation(
            operationId = "tellDeed",
            summary = "讲述好人好事",
            description = "照片先用 uploadFile 上传。给出 phone 就是替别人讲,答复里的 claim 只给这一次,请转告本人;带同一个 Idempotency-Key 重发只讲一次。")
    @APIResponse(
            responseCode = "201",
            description = "已收到",
            content = @Content(schema = @Schema(implementation = DeedJson.Told.class)))
    public Uni<Response> tell(@HeaderParam(IdempotencyKey.HEADER) String key, DeedJson.Tale typed) {
        DeedJson.Tale it = typed == null ? DeedJson.Tale.EMPTY : typed;
        return telling.tellWith(current.resident(), IdempotencyKey.of(key), it.plain(), it.files()).map(told -> {
            Response.ResponseBuilder answer = Response.status(201).entity(new DeedJson.Told(told.id(), told.claim()));
            return told.replayed() ? answer.header(IdempotencyKey.REPLAYED, "true").build() : answer.build();
        });
    }

    @GET
    @Path("/deeds/{id}")
    @Operation(operationId = "deed", summary = "一件好人好事")
    public Uni<DeedJson.One> one(@RestPath UUID id) {
        return queries.one(current.resident(), id).map(DeedJson.One::of);
    }

    @POST
    @Path("/deed-claims")
    @Operation(operationId = "claimDeed", summary = "本人确认或谢绝别人替我讲的好事", description = "口令或手机号不对的都为 422。")
    @APIResponse(responseCode = "204", description = "已记下")
    public Uni<Response> claim(DeedJson.Claim typed) {
        DeedJson.Claim it = typed == null ? new DeedJson.Claim(null, null, true) : typed;
        return claiming.claim(current.resident(), it.code(), it.phone(), it.accept()).map(id -> Response.noContent().build());
    }

    @POST
    @Path("/deeds/{id}/appeal")
    @Operation(operationId = "appealDeed", summary = "对不认定提出申诉")
    public Uni<DeedJson.One> appeal(@RestPath UUID id, DeedJson.Words typed) {
        return reviewing.appeal(current.resident(), id, typed == null ? null : typed.words()).chain(() -> one(id));
    }

    @POST
    @Path("/deeds/{id}/withdrawal")
    @Operation(operationId = "withdrawDeed", summary = "撤回")
    public Uni<DeedJson.One> withdraw(@RestPath UUID id) {
        return claiming.withdraw(current.resident(), id).chain(() -> one(id));
    }
}
