package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.settlement.StatementPaper;
import cn.shiyu.moralbank.settlement.StatementQueries;
import cn.shiyu.moralbank.settlement.StatementSheet;
import cn.shiyu.moralbank.settlement.StatementView;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.files.FileWorkers;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Html;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** 结算单, for whoever stands at the shop's till. */
@Path(TillPages.PLACE + "/statements")
@Authenticated
public class StatementPages {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    MerchantQueries merchants;

    @Inject
    StatementQueries queries;

    @Inject
    FileWorkers workers;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return shop().chain(shop -> queries.of(city.get().id(), shop, after)
                .chain(page -> Html.page(StatementTemplates.statements(shop, page, after))));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return view(id).chain(view -> Html.page(StatementTemplates.statement(view)));
    }

    @GET
    @Path("/{id}/statement.pdf")
    public Uni<Response> paper(@PathParam("id") String id) {
        return view(id).chain(view -> workers.run(() -> StatementPaper.of(view))).map(bytes -> file(bytes, "application/pdf"));
    }

    @GET
    @Path("/{id}/statement.xlsx")
    public Uni<Response> sheet(@PathParam("id") String id) {
        return view(id).chain(view -> workers.run(() -> StatementSheet.of(view))).map(bytes -> file(bytes, SHEET));
    }

    private Uni<StatementView> view(String id) {
        return shop().chain(shop -> queries.find(city.get(), TillPages.id(id), shop));
    }

    private Uni<Merchant> shop() {
        return merchants.ofResident(caller.resident()).map(found -> found.orElseThrow(Refusal::notFound));
    }

    private static Response file(byte[] bytes, String type) {
        return Response.ok(bytes, type).header("Cache-Control", "no-store").build();
    }
}
