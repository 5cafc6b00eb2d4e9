package cn.shiyu.mediation.portal;

import cn.shiyu.mediation.MarketQueries;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.mediation.MediatorWish;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** 专家超市: look round, compare, choose. Filters and whom one has picked stand in the address. */
@Path("/mediators")
public class MarketPages {

    private static final List<String> FILTERS = List.of("shelf", "kind", "level", "language", "q", "sort");
    static final int MOST = 3;

    @Inject
    CurrentCity city;

    @Inject
    MarketQueries queries;

    @GET
    public Uni<Response> list(@Context UriInfo address, @QueryParam("after") String after) {
        refuseUnlessOffered();
        Form form = Form.of(address.getQueryParameters());
        MediatorWish wish = MediatorWish.of(
                form.value("shelf"), form.value("kind"), form.value("level"), form.value("language"), form.value("q"),
                form.value("sort"));
        String here = MarketAddress.of("/mediators", form, FILTERS);
        return queries.page(city.get(), wish, after)
                .chain(page -> Html.page(MediationTemplates.market(
                        page, MarketChoices.of(MediationSettings.of(city.get()), form), form, here, after)));
    }

    @GET
    @Path("/comparison")
    public Uni<Response> compare(@QueryParam("m") List<String> logins, @QueryParam("case") String number) {
        refuseUnlessOffered();
        List<String> few = logins.stream().distinct().limit(MOST).toList();
        return queries.these(city.get(), few)
                .chain(cards -> Html.page(MediationTemplates.compare(cards, MarketAddress.apply(few, number))));
    }

    @GET
    @Path("/{login}")
    public Uni<Response> one(@PathParam("login") String login) {
        refuseUnlessOffered();
        return queries.one(city.get(), login)
                .chain(card -> Html.page(MediationTemplates.mediator(card, MarketAddress.apply(List.of(login), null))));
    }

    private void refuseUnlessOffered() {
        if (!MediationSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
    }
}
