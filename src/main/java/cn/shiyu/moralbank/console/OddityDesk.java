package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.volunteering.OddityFlow;
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

/** Odd hours before the clerk of the bank, one decision each. */
@Path(OddityDesk.PLACE)
public class OddityDesk {

    static final String PLACE = "/console/bank/oddities";

    @Inject
    StaffDesk desk;

    @Inject
    OddityFlow flow;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return page(200, after, Form.empty());
    }

    private Uni<Response> page(int status, String after, Form form) {
        return flow.open(desk.caller(), after)
                .chain(page -> Html.page(status, OddityDeskTemplates.oddities(desk.frame(), page, after, form)));
    }

    @POST
    @Path("/{id}")
    public Uni<Response> decide(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        boolean revokes = form.value("decision").equals("revoke");
        return Uni.createFrom()
                .deferred(() -> flow.decide(desk.caller(), ActivityDesk.id(id), revokes, form.value("because")))
                .map(done -> Html.to(revokes ? PLACE + "?done=earn.oddRevoked" : PLACE + "?done=earn.oddFine"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ActivityDesk.passedOn(failure)
                        ? Uni.createFrom().failure(failure)
                        : page(((Refusal) failure).status(), null, form.refused((Refusal) failure)));
    }
}
