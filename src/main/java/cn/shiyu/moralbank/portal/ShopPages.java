package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.member.Standing;
import cn.shiyu.moralbank.member.StandingQueries;
import cn.shiyu.moralbank.shop.OfferQueries;
import cn.shiyu.moralbank.shop.OrderFlow;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 积分兑换: what there is for points, for anyone to look at; members order. */
@Path(ShopPages.PLACE)
public class ShopPages {

    static final String PLACE = "/bank/shop";

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    StandingQueries standing;

    @Inject
    OfferQueries offers;

    @Inject
    OrderFlow flow;

    /** @param region absent: where the member lives; empty: everywhere */
    @GET
    public Uni<Response> list(@QueryParam("region") String region, @QueryParam("after") String after) {
        offered();
        return member().chain(member -> {
            String chosen = region == null ? member.map(one -> one.member().region()).orElse("") : region;
            String href = UriBuilder.fromPath(PLACE).queryParam("region", "{region}").build(chosen).toString();
            return offers.open(city.get().id(), chosen, after).chain(page -> Html.page(
                    ShopTemplates.shop(page, Form.empty().with("region", chosen), places(chosen), href, after)));
        });
    }

    /** The townships, and the village that is chosen. */
    private List<Choice> places(String chosen) {
        return regions.of(city.get()).all().stream()
                .filter(one -> one.level() == RegionLevel.TOWNSHIP || one.code().equals(chosen))
                .map(one -> new Choice(one.code(), one.parent() == null ? one.name() : one.fullName()))
                .toList();
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        offered();
        return page(200, TillPages.id(id), Form.empty());
    }

    private Uni<Response> page(int status, UUID id, Form form) {
        return offers.one(city.get().id(), id).chain(it -> member().chain(member -> Html.page(status, ShopTemplates.offer(
                it, regions.of(city.get()).find(it.region()).map(one -> one.fullName()).orElse(""),
                member.map(Standing::points).orElse(-1L), form, IdempotencyKey.fresh().value()))));
    }

    private Uni<Optional<Standing>> member() {
        Caller asking = caller.get();
        return asking.isResident() ? standing.of(asking) : Uni.createFrom().item(Optional.empty());
    }

    @POST
    @Path("/{id}")
    @Authenticated
    public Uni<Response> order(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID offer = TillPages.id(id);
        return Uni.createFrom()
                .deferred(() -> flow.place(caller.resident(), IdempotencyKey.of(form.value("idempotencyKey")), offer))
                .map(done -> Html.to(OrderPages.PLACE + "/" + done.order().id()
                        + (done.replayed() ? "?done=catalogue.placedBefore" : "?done=catalogue.placed")))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return refused.status() == 409 || refused.status() == 429
                            ? page(refused.status(), offer, form.refused(refused))
                            : Uni.createFrom().failure(refused);
                });
    }

    private void offered() {
        if (!BankSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
    }
}
