package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.till.ChargeFlow;
import cn.shiyu.moralbank.till.ChargeQueries;
import cn.shiyu.moralbank.till.Charged;
import cn.shiyu.moralbank.till.MerchantFlow;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
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

/** Somebody at a shop's till takes points. Whoever stands at none is told 404. */
@Path("/mini/v1/bank/till")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行")
public class TillApi {

    private static final String REPEAT = "重发时应答带 Idempotency-Replayed: true,不会做第二次。";

    @Inject
    CurrentCaller current;

    @Inject
    MerchantQueries merchants;

    @Inject
    MerchantFlow binding;

    @Inject
    ChargeFlow flow;

    @Inject
    ChargeQueries charges;

    @GET
    @Operation(operationId = "till", summary = "我收款的商家")
    public Uni<TillJson.Shop> shop() {
        return merchants.ofResident(current.resident()).map(found -> TillJson.Shop.of(found.orElseThrow(Refusal::notFound)));
    }

    @POST
    @Path("/binding")
    @Operation(operationId = "bindTill", summary = "用绑定码成为一家商家的收款人员", description = "绑定码不对为 422,已经绑定为 409。")
    public Uni<TillJson.Shop> bind(TillJson.Binding typed) {
        return binding.bind(current.resident(), typed == null ? "" : typed.code()).chain(this::shop);
    }

    @POST
    @Path("/unbinding")
    @Operation(operationId = "unbindTill", summary = "不再为商家收款")
    @APIResponse(responseCode = "204", description = "已解除")
    public Uni<Void> unbind() {
        return binding.unbind(current.resident());
    }

    @GET
    @Path("/charges")
    @Operation(operationId = "tillCharges", summary = "本店收款,新的在前")
    public Uni<Page<TillJson.One>> list(@RestQuery String after) {
        return charges.ofShop(current.resident(), after).map(page -> page.map(TillJson.One::of));
    }

    @POST
    @Path("/charges")
    @Operation(operationId = "authoriseCharge", summary = "用付款码预扣积分", description = REPEAT)
    @APIResponse(
            responseCode = "201",
            description = "已预扣",
            content = @Content(schema = @Schema(implementation = TillJson.One.class)))
    public Uni<Response> authorise(@HeaderParam(IdempotencyKey.HEADER) String key, TillJson.ChargeWish typed) {
        TillJson.ChargeWish wish = typed == null ? new TillJson.ChargeWish("", 0) : typed;
        return flow.authorise(current.resident(), IdempotencyKey.of(key), wish.code(), Long.toString(wish.points()))
                .map(done -> answer(201, done));
    }

    @GET
    @Path("/charges/{id}")
    @Operation(operationId = "tillCharge", summary = "一笔收款")
    public Uni<TillJson.One> one(@RestPath UUID id) {
        return charges.one(current.resident(), id).map(TillJson.One::of);
    }

    @POST
    @Path("/charges/{id}/capture")
    @Operation(operationId = "captureCharge", summary = "确认收款", description = REPEAT)
    @APIResponse(
            responseCode = "200",
            description = "已收款",
            content = @Content(schema = @Schema(implementation = TillJson.One.class)))
    public Uni<Response> capture(@RestPath UUID id) {
        return flow.capture(current.resident(), id).map(done -> answer(200, done));
    }

    @POST
    @Path("/charges/{id}/cancellation")
    @Operation(operationId = "cancelCharge", summary = "取消还没有确认的收款", description = REPEAT)
    @APIResponse(
            responseCode = "200",
            description = "已取消",
            content = @Content(schema = @Schema(implementation = TillJson.One.class)))
    public Uni<Response> cancel(@RestPath UUID id) {
        return flow.cancel(current.resident(), id).map(done -> answer(200, done));
    }

    @POST
    @Path("/charges/{id}/refund")
    @Operation(operationId = "refundCharge", summary = "退款", description = REPEAT)
    @APIResponse(
            responseCode = "200",
            description = "已退款",
            content = @Content(schema = @Schema(implementation = TillJson.One.class)))
    public Uni<Response> refund(@RestPath UUID id) {
        return flow.refund(current.resident(), id).map(done -> answer(200, done));
    }

    private static Response answer(int status, Charged done) {
        return Response.status(status)
                .entity(TillJson.One.of(done.charge()))
                .header(IdempotencyKey.REPLAYED, done.replayed() ? "true" : null)
                .build();
    }
}
