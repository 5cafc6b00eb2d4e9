package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.award.HistoryQueries;
import cn.shiyu.moralbank.budget.BudgetQueries;
import cn.shiyu.moralbank.team.Team;
import cn.shiyu.moralbank.team.TeamFlow;
import cn.shiyu.moralbank.team.TeamQueries;
import cn.shiyu.moralbank.team.TeamSettings;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
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

/** 组织账户 at the desk of the bank's clerk. */
@Path(TeamDesk.PLACE)
public class TeamDesk {

    static final String PLACE = "/console/bank/teams";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    TeamQueries teams;

    @Inject
    TeamFlow flow;

    @Inject
    BudgetQueries budgets;

    @Inject
    HistoryQueries history;

    @GET
    public Uni<Response> list(@QueryParam("q") @DefaultValue("") String q, @QueryParam("after") String after) {
        return list(200, Form.empty().with("q", q), q, after);
    }

    private Uni<Response> list(int status, Form form, String q, String after) {
        String href = q.isBlank() ? PLACE : UriBuilder.fromPath(PLACE).queryParam("q", "{q}").build(q.strip()).toString();
        return teams.page(desk.caller(), q, after)
                .chain(page -> Html.page(status, TeamDeskTemplates.teams(desk.frame(), page, form, places(), q, href, after)));
    }

    private List<Choice> places() {
        return regions.of(city.get()).all().stream()
                .filter(one -> one.level() == RegionLevel.TOWNSHIP)
                .map(one -> new Choice(one.code(), one.fullName()))
                .toList();
    }

    @POST
    public Uni<Response> register(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> flow.register(desk.caller(), form.value("name"), form.value("region")))
                .map(id -> Html.to(PLACE + "/" + id + "?done=team.registered"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ((Refusal) failure).status() == 404
                        ? Uni.createFrom().failure(failure)
                        : list(((Refusal) failure).status(), form.refused((Refusal) failure), "", null));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id, @QueryParam("after") String after) {
        return page(200, Ids.of(id), Form.empty(), null, after);
    }

    private Uni<Response> page(int status, UUID id, Form form, String bindCode, String after) {
        Caller clerk = desk.caller();
        return teams.one(clerk, id).chain(team -> budgets.page(clerk, null)
                .map(page -> page.items().stream()
                        .filter(budget -> budget.left() > 0)
                        .map(budget -> new Choice(
                                budget.account().toString(),
                                Messages.get("team.budgetOf", budget.sponsor(), budget.name(), budget.left())))
                        .toList())
                .chain(from -> teams.awards(clerk.tenant(), id).chain(awards -> history
                        .of(clerk.tenant(), team.account(), after)
                        .chain(moves -> Html.page(status, TeamDeskTemplates.team(
                                desk.frame(), team, place(team), form, IdempotencyKey.fresh().value(), from,
                                TeamSettings.of(city.get()).teamPerMonth(), bindCode, awards, moves, after))))));
    }

    private String place(Team team) {
        return regions.of(city.get()).find(team.region()).map(one -> one.fullName()).orElse("");
    }

    /** The code stands in this answer alone. */
    @POST
    @Path("/{id}/bind-code")
    public Uni<Response> bindCode(@PathParam("id") String id) {
        UUID team = Ids.of(id);
        return flow.bindCode(desk.caller(), team).chain(code -> page(200, team, Form.empty(), code, null));
    }

    @POST
    @Path("/{id}/awards")
    public Uni<Response> award(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID team = Ids.of(id);
        return Uni.createFrom()
                .deferred(() -> flow.award(
                        desk.caller(), team, IdempotencyKey.of(form.value("idempotencyKey")), form.value("budget"), form.value("points"),
                        form.value("reason")))
                .map(done -> Html.to(PLACE + "/" + id + "?done=team.awarded"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ((Refusal) failure).status() == 404
                        ? Uni.createFrom().failure(failure)
                        : page(((Refusal) failure).status(), team, form.refused((Refusal) failure), null, null));
    }

    @POST
    @Path("/{id}/closing")
    public Uni<Response> close(@PathParam("id") String id) {
        return flow.close(desk.caller(), Ids.of(id)).map(ok -> Html.to(PLACE + "/" + id + "?done=team.closed"));
    }
}
