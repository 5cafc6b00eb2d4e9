package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.till.ChargeFlow;
import cn.shiyu.moralbank.till.ChargeQueries;
import cn.shiyu.moralbank.till.Charged;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.moralbank.till.MerchantFlow;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.tenancy.CurrentCity;
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
import java.math.BigDecimal;
import java.util.UUID;

/** 商家收款, on the phone of somebody who stands at a shop's till. */
@Path(TillPages.PLACE)
@Authenticated
public class TillPages {

    static final String PLACE = "/bank/till";

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    MerchantQueries merchants;

    @Inject
    MerchantFlow binding;

    @Inject
    ChargeFlow flow;

    @Inject
    ChargeQueries charges;

    @GET
    public Uni<Response> till(@QueryParam("after") String after) {
        return till(200, Form.empty().with("idempotencyKey", IdempotencyKey.fresh().value()), after);
    }

    private Uni<Response> till(int status, Form form, String after) {
        Caller seller = caller.resident();
        return merchants.ofResident(seller).chain(shop -> shop.isEmpty()
                ? Html.page(status, PayTemplates.bind(form))
                : charges.ofShop(seller, after).chain(page -> Html.page(
                        status, PayTemplates.till(shop.get(), form, form.value("idempotencyKey"), yuan(), page, after))));
    }

    private String yuan() {
        return BigDecimal.valueOf(BankSettings.of(city.get()).fenPerPoint(), 2).toPlainString();
    }

    @POST
    @Path("/binding")
    public Uni<Response> bind(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return binding.bind(caller.resident(), form.value("bind"))
                .map(ok -> Html.to(PLACE + "?done=till.bound"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> again((Refusal) failure, form));
    }

    @POST
    @Path("/unbinding")
    public Uni<Response> unbind() {
        return binding.unbind(caller.resident()).map(ok -> Html.to(PLACE + "?done=till.unbound"));
    }

    @POST
    @Path("/charges")
    public Uni<Response> authorise(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> flow.authorise(
                        caller.resident(), IdempotencyKey.of(form.value("idempotencyKey")), form.value("code"), form.value("points")))
                .map(done -> Html.to(address(done) + "done=till.authorised"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> again((Refusal) failure, form));
    }

    /** What was wrong is typed anew under a new key: the one before stands for what was sent then. */
    private Uni<Response> again(Refusal refused, Form form) {
        return switch (refused.status()) {
            case 409, 422, 429 -> till(
                    refused.status(), form.refused(refused).with("idempotencyKey", IdempotencyKey.fresh().value()), null);
            default -> Uni.createFrom().failure(refused);
        };
    }

    @GET
    @Path("/charges/{id}")
    public Uni<Response> one(@PathParam("id") String id, @QueryParam("again") boolean again) {
        return page(200, id(id), Form.empty(), again);
    }

    private Uni<Response> page(int status, UUID id, Form form, boolean again) {
        return charges.one(caller.resident(), id).chain(it -> Html.page(status, PayTemplates.charge(it, form, again)));
    }

    @POST
    @Path("/charges/{id}/{act: capture|cancel|refund}")
    public Uni<Response> act(@PathParam("id") String id, @PathParam("act") String act) {
        return Uni.createFrom()
                .deferred(() -> switch (act) {
                    case "capture" -> flow.capture(caller.resident(), id(id));
                    case "cancel" -> flow.cancel(caller.resident(), id(id));
                    default -> flow.refund(caller.resident(), id(id));
                })
                .map(done -> Html.to(address(done) + "done=till." + done.charge().state().name().toLowerCase(java.util.Locale.ROOT)))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return refused.status() == 409 || refused.status() == 410
                            ? page(refused.status(), id(id), Form.empty().refused(refused), false)
                            : Uni.createFrom().failure(refused);
                });
    }

    private static String address(Charged done) {
        return PLACE + "/charges/" + done.charge().id() + (done.replayed() ? "?again=true&" : "?");
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
