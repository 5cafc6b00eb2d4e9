package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.till.ChargeQueries;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.moralbank.till.PayAccounts;
import cn.shiyu.moralbank.till.PayCodeFlow;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** A member pays with points. */
@Path("/mini/v1/bank")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行")
public class PayApi {

    @Inject
    CurrentCaller current;

    @Inject
    CurrentCity city;

    @Inject
    PayCodeFlow codes;

    @Inject
    PayAccounts accounts;

    @Inject
    ChargeQueries charges;

    @Inject
    MerchantQueries merchants;

    @POST
    @Path("/pay-codes")
    @Operation(operationId = "drawPayCode", summary = "生成付款码", description = "60 秒内有效,只能用一次;再生成一个,前一个作废。")
    @APIResponse(
            responseCode = "201",
            description = "付款码",
            content = @Content(schema = @Schema(implementation = TillJson.PayCode.class)))
    public Uni<Response> draw(TillJson.PayWish typed) {
        return codes.draw(current.resident(), typed == null ? "" : Long.toString(typed.most()), typed == null ? null : typed.from())
                .map(code -> Response.status(201).entity(TillJson.PayCode.of(code)).header("Cache-Control", "no-store").build());
    }

    @GET
    @Path("/pay-accounts")
    @Operation(operationId = "payAccounts", summary = "我可以用哪些账户付款", description = "自己的在前,然后是家庭共用的、我管理的组织的。没有加入为空。")
    public Uni<List<TillJson.From>> from() {
        return accounts.of(current.resident()).map(all -> all.stream().map(TillJson.From::of).toList());
    }

    @GET
    @Path("/payments")
    @Operation(operationId = "bankPayments", summary = "我的付款,新的在前")
    public Uni<Page<TillJson.One>> payments(@RestQuery String after) {
        return charges.own(current.resident(), after).map(page -> page.map(TillJson.One::of));
    }

    @GET
    @Path("/shops")
    @Operation(operationId = "bankShops", summary = "接受积分的爱心商家,新的在前")
    public Uni<Page<TillJson.Shop>> shops(@RestQuery String after) {
        return merchants.open(city.get().id(), after).map(page -> page.map(TillJson.Shop::of));
    }
}
