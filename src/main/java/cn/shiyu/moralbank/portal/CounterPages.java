package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.shop.CounterFlow;
import cn.shiyu.moralbank.shop.OrderQueries;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** 兑换核销, on the phone of somebody who stands at a shop's till. */
@Path(CounterPages.PLACE)
@Authenticated
public class CounterPages {

    static final String PLACE = TillPages.PLACE + "/orders";

    @Inject
    CurrentCaller caller;

    @Inject
    MerchantQueries merchants;

    @Inject
    OrderQueries orders;

    @Inject
    CounterFlow flow;

    @Inject
    Clock clock;

    @GET
    public Uni<Response> counter(@QueryParam("after") String after) {
        return page(200, Form.empty(), after);
    }

    private Uni<Response> page(int status, Form form, String after) {
        Caller seller = caller.resident();
        return merchants.ofResident(seller).chain(shop -> shop.isEmpty()
                ? Uni.createFrom().item(Html.to(TillPages.PLACE))
                : orders.ofShop(seller, after)
                        .chain(page -> orders.coming(seller)
                                .chain(coming -> Html.page(
                                        status, ShopTemplates.counter(shop.get(), form, coming, page, after, clock.instant())))));
    }

    @POST
    public Uni<Response> fetch(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return refused(form, flow.fetch(caller.resident(), form.value("code"))
                .map(order -> Html.to(PLACE + "?done=catalogue.fetched")));
    }

    @POST
    @Path("/{id}/missed")
    public Uni<Response> missed(@PathParam("id") String id) {
        return refused(Form.empty(), flow.missed(caller.resident(), TillPages.id(id))
                .map(done -> Html.to(PLACE + "?done=catalogue.missed")));
    }

    @POST
    @Path("/{id}/refund")
    public Uni<Response> refund(@PathParam("id") String id) {
        return refused(Form.empty(), flow.refund(caller.resident(), TillPages.id(id))
                .map(done -> Html.to(PLACE + "?done=catalogue.refunded")));
    }

    private Uni<Response> refused(Form form, Uni<Response> work) {
        return work.onFailure(Refusal.class).recoverWithUni(failure -> {
            Refusal refused = (Refusal) failure;
            return switch (refused.status()) {
                case 409, 410, 422, 429 -> page(refused.status(), form.refused(refused), null);
                default -> Uni.createFrom().failure(refused);
            };
        });
    }
}
