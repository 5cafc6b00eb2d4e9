package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.budget.Budget;
import cn.shiyu.moralbank.budget.BudgetFlow;
import cn.shiyu.moralbank.budget.BudgetQueries;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.idempotency.Outcome;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The clerk of the bank: how it stands, its budgets, and money that comes into them. No list of people: nobody is ranked here. */
@Path(BankDesk.PLACE)
public class BankDesk {

    static final String PLACE = "/console/bank";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    TenantSql sql;

    @Inject
    MemberQueries members;

    @Inject
    LedgerQueries books;

    @Inject
    BudgetQueries budgets;

    @Inject
    BudgetFlow flow;

    @GET
    public Uni<Response> home(@QueryParam("after") String after) {
        return home(200, Form.empty(), after);
    }

    private Uni<Response> home(int status, Form form, String after) {
        Caller clerk = clerk(desk.caller());
        return sql.inTx(clerk.tenant(), connection -> members.count(connection, clerk.tenant())
                        .chain(count -> books.totals(connection, clerk.tenant()).map(totals -> new Overview(count, totals))))
                .chain(overview -> budgets.page(clerk, after).chain(page -> Html.page(status, BankDeskTemplates.home(
                        desk.frame(), overview, page.map(this::row), form, places(), after))));
    }

    private BudgetRow row(Budget budget) {
        return new BudgetRow(budget, regions.of(city.get()).find(budget.region()).map(one -> one.name()).orElse(""));
    }

    private List<Choice> places() {
        RegionTree tree = regions.of(city.get());
        return tree.all().stream()
                .filter(one -> one.level() != RegionLevel.VILLAGE)
                .map(one -> new Choice(one.code(), one.parent() == null ? one.name() : one.fullName()))
                .toList();
    }

    @POST
    @Path("/budgets")
    public Uni<Response> open(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> flow.open(desk.caller(), form.value("sponsor"), form.value("name"), form.value("region")))
                .map(id -> Html.to(PLACE + "/budgets/" + id + "?done=bank.budgetOpened"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> again((Refusal) failure, refused -> home(refused.status(), form.refused(refused), null)));
    }

    @GET
    @Path("/budgets/{id}")
    public Uni<Response> one(@PathParam("id") String id, @QueryParam("after") String after) {
        return page(200, Ids.of(id), Form.empty(), after);
    }

    private Uni<Response> page(int status, UUID id, Form form, String after) {
        Caller clerk = desk.caller();
        return budgets.one(clerk, id).chain(budget -> budgets.fundings(clerk, id, after)
                .chain(page -> Html.page(status, BankDeskTemplates.budget(desk.frame(), row(budget), page, form, after))));
    }

    @GET
    @Path("/budgets/{id}/unfund")
    public Uni<Response> unfundForm(@PathParam("id") String id) {
        return form(200, Ids.of(id), "unfund", Form.empty());
    }

    private Uni<Response> form(int status, UUID id, String act, Form form) {
        return act.equals("fund")
                ? page(status, id, form, null)
                : budgets.one(desk.caller(), id).chain(found -> Html.page(status, BankDeskTemplates.unfund(desk.frame(), row(found), form)));
    }

    /** What is about to be booked, to be looked at once more. */
    @POST
    @Path("/budgets/{id}/{act: fund|unfund}")
    public Uni<Response> check(@PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID budget = Ids.of(id);
        return budgets.one(desk.caller(), budget)
                .map(found -> flow.read(desk.caller(), act.equals("fund"), form.value("yuan"), form.value("points"), form.value("paper")))
                .chain(sum -> budgets.one(desk.caller(), budget).chain(found -> Html.page(BankDeskTemplates.check(
                        desk.frame(), row(found), sum, act, IdempotencyKey.fresh().value()))))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> again((Refusal) failure, refused -> form(refused.status(), budget, act, form.refused(refused))));
    }

    @POST
    @Path("/budgets/{id}/{act: fund|unfund}/booking")
    public Uni<Response> book(@PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID budget = Ids.of(id);
        return Uni.createFrom()
                .deferred(() -> booked(budget, act, form))
                .map(done -> Html.to(PLACE + "/budgets/" + budget + "?done=bank." + (done.replayed() ? "bookedBefore" : act)))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> again((Refusal) failure, refused -> form(refused.status(), budget, act, form.refused(refused))));
    }

    private Uni<Outcome> booked(UUID budget, String act, Form form) {
        IdempotencyKey key = IdempotencyKey.of(form.value("idempotencyKey"));
        return act.equals("fund")
                ? flow.fund(desk.caller(), budget, key, form.value("yuan"), form.value("paper"))
                : flow.unfund(desk.caller(), budget, key, form.value("points"), form.value("paper"));
    }

    static Uni<Response> again(Refusal refused, Function<Refusal, Uni<Response>> page) {
        return refused.status() == 422 || refused.status() == 409 ? page.apply(refused) : Uni.createFrom().failure(refused);
    }

    /** Whoever else is on the staff finds nothing here. */
    static Caller clerk(Caller staff) {
        if (!staff.holds(Role.BANK_CLERK)) {
            throw Refusal.notFound();
        }
        return staff;
    }
}
