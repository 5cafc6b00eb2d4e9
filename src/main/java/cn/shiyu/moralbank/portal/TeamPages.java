package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.HistoryQueries;
import cn.shiyu.moralbank.team.TeamQueries;
import cn.shiyu.moralbank.team.TreasurerFlow;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
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

/** 组织账户: the purses a member holds for organisations. */
@Path(TeamPages.PLACE)
@Authenticated
public class TeamPages {

    static final String PLACE = "/bank/teams";

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    TeamQueries teams;

    @Inject
    TreasurerFlow flow;

    @Inject
    HistoryQueries history;

    @GET
    public Uni<Response> list() {
        return list(200, Form.empty());
    }

    private Uni<Response> list(int status, Form form) {
        return teams.own(caller.resident()).chain(own -> Html.page(status, TeamTemplates.teams(own, form)));
    }

    @POST
    @Path("/binding")
    public Uni<Response> bind(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return flow.bind(caller.resident(), form.value("bind"))
                .map(ok -> Html.to(PLACE + "?done=team.bound"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> list(((Refusal) failure).status(), form.refused((Refusal) failure)));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id, @QueryParam("after") String after) {
        Caller resident = caller.resident();
        return teams.own(resident, Ids.of(id)).chain(team -> teams.awards(resident.tenant(), team.id())
                .chain(awards -> history.of(resident.tenant(), team.account(), after)
                        .chain(page -> Html.page(TeamTemplates.team(team, place(team.region()), awards, page, after)))));
    }

    private String place(String region) {
        return regions.of(city.get()).find(region).map(one -> one.fullName()).orElse("");
    }

    @POST
    @Path("/{id}/unbinding")
    public Uni<Response> unbind(@PathParam("id") String id) {
        return flow.unbind(caller.resident(), Ids.of(id)).map(ok -> Html.to(PLACE + "?done=team.unbound"));
    }
}
