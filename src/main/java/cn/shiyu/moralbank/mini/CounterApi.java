package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.shop.CounterFlow;
import cn.shiyu.moralbank.shop.OrderQueries;
import cn.shiyu.platform.paging.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestQuery;

/** Somebody at a shop's till gives out what was ordered. Whoever stands at none is told 404. */
@Path("/mini/v1/bank/till/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行")
public class CounterApi {

    @Inject
    CurrentCaller current;

    @Inject
    OrderQueries orders;

    @Inject
    CounterFlow counter;

    @GET
    @Operation(operationId = "tillOrders", summary = "本店兑换单,新的在前")
    public Uni<Page<ShopJson.Order>> ofShop(@RestQuery String after) {
        return orders.ofShop(current.resident(), after).map(page -> page.map(ShopJson.Order::of));
    }

    @POST
    @Operation(operationId = "fetchBankOrder", summary = "核销顾客的领取码", description = "领取码不对或已过期为 422。")
    public Uni<ShopJson.Order> fetch(ShopJson.Fetch typed) {
        return counter.fetch(current.resident(), typed == null ? "" : typed.code()).map(ShopJson.Order::of);
    }

    @GET
    @Path("/coming")
    @Operation(operationId = "tillOrdersComing", summary = "今天起约好时间、还没有领取的,按时间,最多 50 单")
    public Uni<List<ShopJson.Order>> coming() {
        return orders.coming(current.resident()).map(all -> all.stream().map(ShopJson.Order::of).toList());
    }

    @POST
    @Path("/{id}/missed")
    @Operation(operationId = "missBankOrder", summary = "约好了没有来", description = "时间没到为 409。单子还在,顾客可以另选时间。")
    @APIResponse(responseCode = "204", description = "已登记")
    public Uni<Response> missed(@RestPath UUID id) {
        return counter.missed(current.resident(), id).replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/refund")
    @Operation(operationId = "refundBankOrder", summary = "给已领取的兑换退款", description = ShopApi.REPEAT)
    @APIResponse(
            responseCode = "200",
            description = "已退款",
            content = @Content(schema = @Schema(implementation = ShopJson.Order.class)))
    public Uni<Response> refund(@RestPath UUID id) {
        return counter.refund(current.resident(), id).map(done -> ShopApi.answer(200, done));
    }
}
