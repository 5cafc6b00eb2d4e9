package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.reward.RewardFlow;
import cn.shiyu.moralbank.reward.RewardQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** 举报奖励 at the clerk's desk: finished cases whose reporter is a member, thanked or not, each once. */
@Path(RewardDesk.PLACE)
public class RewardDesk {

    static final String PLACE = "/console/bank/rewards";

    @Inject
    StaffDesk desk;

    @Inject
    RewardQueries queries;

    @Inject
    RewardFlow flow;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return page(200, after, Form.empty());
    }

    private Uni<Response> page(int status, String after, Form form) {
        return queries.candidates(desk.caller(), after)
                .chain(page -> Html.page(status, RewardDeskTemplates.rewards(desk.frame(), page, after, form)));
    }

    @POST
    @Path("/{id}/{act: grant|refusal}")
    public Uni<Response> decide(@PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> act.equals("grant")
                        ? flow.grant(desk.caller(), ActivityDesk.id(id))
                        : flow.decline(desk.caller(), ActivityDesk.id(id), form.value("reason")))
                .map(done -> Html.to(act.equals("grant") ? PLACE + "?done=earn.rewarded" : PLACE + "?done=earn.rewardDeclined"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ActivityDesk.passedOn(failure)
                        ? Uni.createFrom().failure(failure)
                        : page(((Refusal) failure).status(), null, form.refused((Refusal) failure)));
    }
}
