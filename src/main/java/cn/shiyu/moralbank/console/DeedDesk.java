package cn.shiyu.moralbank.console;

import cn.shiyu.moralbank.deed.DeedQueries;
import cn.shiyu.moralbank.deed.ReviewFlow;
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

/** 好人好事 for the committee (its queue, on a phone too) and, once appealed, for the bank's clerk. */
@Path(DeedDesk.PLACE)
public class DeedDesk {

    static final String PLACE = "/console/bank/deeds";

    @Inject
    StaffDesk desk;

    @Inject
    DeedQueries queries;

    @Inject
    ReviewFlow flow;

    @GET
    public Uni<Response> review(@QueryParam("after") String after) {
        return queries.review(desk.caller(), after)
                .chain(page -> Html.page(DeedDeskTemplates.deeds(desk.frame(), page, after, PLACE, false)));
    }

    @GET
    @Path("/appeals")
    public Uni<Response> appeals(@QueryParam("after") String after) {
        return queries.appeals(desk.caller(), after)
                .chain(page -> Html.page(DeedDeskTemplates.deeds(desk.frame(), page, after, PLACE + "/appeals", true)));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty());
    }

    private Uni<Response> page(int status, String id, Form form) {
        return queries.one(desk.caller(), ActivityDesk.id(id))
                .chain(it -> Html.page(status, DeedDeskTemplates.deed(desk.frame(), it, form)));
    }

    @POST
    @Path("/{id}/{act: vote|answer}")
    public Uni<Response> act(@PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> act.equals("vote")
                        ? flow.vote(desk.caller(), ActivityDesk.id(id), form.value("vote"), form.value("reason"))
                        : flow.answer(desk.caller(), ActivityDesk.id(id), form.value("decision").equals("grant"), form.value("words")))
                .map(done -> Html.to(act.equals("vote") ? PLACE + "?done=earn.voted" : PLACE + "/appeals?done=earn.answered"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ActivityDesk.passedOn(failure)
                        ? Uni.createFrom().failure(failure)
                        : page(((Refusal) failure).status(), id, form.refused((Refusal) failure)));
    }
}
