package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.settlement.StatementPaper;
import cn.shiyu.moralbank.settlement.StatementQueries;
import cn.shiyu.moralbank.settlement.StatementSheet;
import cn.shiyu.moralbank.settlement.StatementView;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.moralbank.till.MerchantFlow;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.moralbank.till.MerchantState;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.files.FileWorkers;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;

/** 爱心商家 at the desk of the bank's clerk: who takes points, who stands there, what they are paid. */
@Path(MerchantDesk.PLACE)
public class MerchantDesk {

    static final String PLACE = "/console/bank/merchants";

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    MerchantQueries merchants;

    @Inject
    MerchantFlow flow;

    @Inject
    StatementQueries statements;

    @Inject
    FileWorkers workers;

    @GET
    public Uni<Response> list(@QueryParam("q") @DefaultValue("") String q, @QueryParam("after") String after) {
        return list(200, Form.empty().with("q", q), q, after);
    }

    private Uni<Response> list(int status, Form form, String q, String after) {
        String href = q.isBlank() ? PLACE : UriBuilder.fromPath(PLACE).queryParam("q", "{q}").build(q.strip()).toString();
        return merchants.page(desk.caller(), q, after).chain(page -> Html.page(
                status, MerchantDeskTemplates.merchants(desk.frame(), page, form, places(), q, href, after)));
    }

    private List<Choice> places() {
        return regions.of(city.get()).all().stream()
                .filter(one -> one.level() == RegionLevel.TOWNSHIP)
                .map(one -> new Choice(one.code(), one.fullName()))
                .toList();
    }

    @POST
    public Uni<Response> add(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> flow.add(desk.caller(), form.value("name"), form.value("address"), form.value("region")))
                .map(id -> Html.to(PLACE + "/" + id + "?done=till.added"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ((Refusal) failure).status() == 404
                        ? Uni.createFrom().failure(failure)
                        : list(((Refusal) failure).status(), form.refused((Refusal) failure), "", null));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id, @QueryParam("after") String after) {
        return page(Ids.of(id), null, after);
    }

    private Uni<Response> page(UUID id, String bindCode, String after) {
        Caller clerk = desk.caller();
        return merchants.one(clerk, id).chain(shop -> merchants.clerks(clerk, id).chain(clerks -> statements
                .of(clerk.tenant(), shop, after)
                .chain(page -> Html.page(
                        MerchantDeskTemplates.merchant(desk.frame(), shop, place(shop), clerks, bindCode, page, after)))));
    }

    private String place(Merchant shop) {
        return regions.of(city.get()).find(shop.region()).map(one -> one.fullName()).orElse("");
    }

    /** The code stands in this answer alone. */
    @POST
    @Path("/{id}/bind-code")
    public Uni<Response> bindCode(@PathParam("id") String id) {
        UUID shop = Ids.of(id);
        return flow.bindCode(desk.caller(), shop).chain(code -> page(shop, code, null));
    }

    @POST
    @Path("/{id}/{act: pause|resume|end}")
    public Uni<Response> move(@PathParam("id") String id, @PathParam("act") String act) {
        MerchantState to =
                switch (act) {
                    case "pause" -> MerchantState.PAUSED;
                    case "resume" -> MerchantState.ACTIVE;
                    default -> MerchantState.ENDED;
                };
        return flow.move(desk.caller(), Ids.of(id), to).map(ok -> Html.to(PLACE + "/" + id + "?done=till.moved"));
    }

    @GET
    @Path("/{id}/statements/{statement}")
    public Uni<Response> statement(@PathParam("id") String id, @PathParam("statement") String statement) {
        return merchants.one(desk.caller(), Ids.of(id)).chain(shop -> statements
                .find(city.get(), Ids.of(statement), shop)
                .chain(view -> Html.page(MerchantDeskTemplates.statement(desk.frame(), shop, view))));
    }

    @GET
    @Path("/{id}/statements/{statement}/{file: statement.pdf|statement.xlsx}")
    public Uni<Response> file(
            @PathParam("id") String id, @PathParam("statement") String statement, @PathParam("file") String file) {
        boolean paper = file.endsWith("pdf");
        return merchants.one(desk.caller(), Ids.of(id))
                .chain(shop -> statements.find(city.get(), Ids.of(statement), shop))
                .chain(view -> workers.run(() -> paper ? StatementPaper.of(view) : StatementSheet.of(view)))
                .map(bytes -> Response.ok(bytes, paper ? "application/pdf" : SHEET).header("Cache-Control", "no-store").build());
    }
}
