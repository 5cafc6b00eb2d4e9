package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.shop.OfferQueries;
import cn.shiyu.moralbank.shop.OrderFlow;
import cn.shiyu.moralbank.shop.OrderQueries;
import cn.shiyu.moralbank.shop.Ordered;
import cn.shiyu.moralbank.shop.VisitQueries;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestQuery;

/** What there is for points, and a member's orders. */
@Path("/mini/v1/bank")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行")
public class ShopApi {

    static final String REPEAT = "重发时应答带 Idempotency-Replayed: true,不会做第二次。";

    @Inject
    CurrentCaller current;

    @Inject
    CurrentCity city;

    @Inject
    OfferQueries offers;

    @Inject
    OrderQueries orders;

    @Inject
    VisitQueries visits;

    @Inject
    OrderFlow flow;

    @GET
    @Path("/offers")
    @Operation(operationId = "bankOffers", summary = "可以用积分兑换的,新的在前", description = "region 为居住地的区划代码,不写为全市。")
    public Uni<Page<ShopJson.Offer>> offers(@RestQuery String region, @RestQuery String after) {
        return offers.open(city.get().id(), region, after).map(page -> page.map(ShopJson.Offer::of));
    }

    @GET
    @Path("/offers/{id}")
    @Operation(operationId = "bankOffer", summary = "一个兑换项目")
    public Uni<ShopJson.Offer> offer(@RestPath UUID id) {
        return offers.one(city.get().id(), id).map(ShopJson.Offer::of);
    }

    @GET
    @Path("/orders")
    @Operation(operationId = "bankOrders", summary = "我的兑换,新的在前")
    public Uni<Page<ShopJson.Order>> orders(@RestQuery String after) {
        return orders.own(current.resident(), after).map(page -> page.map(ShopJson.Order::of));
    }

    @POST
    @Path("/orders")
    @Operation(operationId = "placeBankOrder", summary = "兑换一份,预扣积分", description = REPEAT)
    @APIResponse(
            responseCode = "201",
            description = "已下单",
            content = @Content(schema = @Schema(implementation = ShopJson.Order.class)))
    public Uni<Response> place(@HeaderParam(IdempotencyKey.HEADER) String key, ShopJson.Wish typed) {
        if (typed == null || typed.offer() == null) {
            throw Refusal.notFound();
        }
        return flow.place(current.resident(), IdempotencyKey.of(key), typed.offer()).map(done -> answer(201, done));
    }

    @GET
    @Path("/orders/{id}")
    @Operation(operationId = "bankOrder", summary = "我的一单兑换")
    public Uni<ShopJson.Order> order(@RestPath UUID id) {
        return orders.one(current.resident(), id).map(ShopJson.Order::of);
    }

    @GET
    @Path("/orders/{id}/times")
    @Operation(operationId = "bankOrderTimes", summary = "这一单可约的时间", description = "都在过期之前。不用预约的为 404。")
    public Uni<List<ShopJson.Time>> times(@RestPath UUID id) {
        return visits.times(current.resident(), id).map(it -> it.free().stream().map(ShopJson.Time::of).toList());
    }

    @PUT
    @Path("/orders/{id}/time")
    @Operation(operationId = "chooseBankOrderTime", summary = "选择时间,或改到别的时间", description = "同一时间重发不会改变什么。")
    public Uni<ShopJson.Order> choose(@RestPath UUID id, ShopJson.Chosen typed) {
        if (typed == null || typed.start() == null) {
            throw Refusal.badInput("start", Messages.get("booking.refusal.notOffered"));
        }
        return flow.choose(current.resident(), id, typed.start()).map(ShopJson.Order::of);
    }

    @POST
    @Path("/orders/{id}/code")
    @Operation(operationId = "drawBankOrderCode", summary = "生成领取码", description = "15 分钟内有效,只能用一次;再生成一个,前一个作废。")
    @APIResponse(
            responseCode = "201",
            description = "领取码",
            content = @Content(schema = @Schema(implementation = ShopJson.Code.class)))
    public Uni<Response> code(@RestPath UUID id) {
        return flow.code(current.resident(), id)
                .map(code -> Response.status(201).entity(ShopJson.Code.of(code)).header("Cache-Control", "no-store").build());
    }

    @POST
    @Path("/orders/{id}/cancellation")
    @Operation(operationId = "cancelBankOrder", summary = "取消还没有领取的兑换", description = REPEAT)
    @APIResponse(
            responseCode = "200",
            description = "已取消",
            content = @Content(schema = @Schema(implementation = ShopJson.Order.class)))
    public Uni<Response> cancel(@RestPath UUID id) {
        return flow.cancel(current.resident(), id).map(done -> answer(200, done));
    }

    static Response answer(int status, Ordered done) {
        return Response.status(status)
                .entity(ShopJson.Order.of(done.order()))
                .header(IdempotencyKey.REPLAYED, done.replayed() ? "true" : null)
                .build();
    }
}
