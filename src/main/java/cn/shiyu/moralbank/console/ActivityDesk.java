package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.volunteering.ActivityDraft;
import cn.shiyu.moralbank.volunteering.ActivityFlow;
import cn.shiyu.moralbank.volunteering.CheckFlow;
import cn.shiyu.moralbank.volunteering.DeskView;
import cn.shiyu.moralbank.volunteering.HoursFlow;
import cn.shiyu.moralbank.volunteering.OrganiserQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
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
import java.util.List;
import java.util.UUID;

/** 志愿活动 at the organiser's desk: write, publish, set forgotten times, confirm hours. */
@Path(ActivityDesk.PLACE)
public class ActivityDesk {

    static final String PLACE = "/console/bank/activities";

    @Inject
    StaffDesk desk;

    @Inject
    OrganiserQueries queries;

    @Inject
    ActivityFlow flow;

    @Inject
    CheckFlow checking;

    @Inject
    HoursFlow hours;

    @Inject
    ActivityForms forms;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return queries.list(desk.caller(), after)
                .chain(page -> Html.page(ActivityDeskTemplates.activities(desk.frame(), page, after)));
    }

    @GET
    @Path("/new")
    public Uni<Response> form() {
        return writing(200, null, Form.empty().with("idempotencyKey", IdempotencyKey.fresh().value()));
    }

    /** @param id of the draft that is written on, null for a new one */
    private Uni<Response> writing(int status, String id, Form form) {
        Caller organiser = desk.caller();
        return forms.choices(organiser, form)
                .chain(choices -> Html.page(status, ActivityDeskTemplates.activityForm(desk.frame(), id, choices, form)));
    }

    @POST
    public Uni<Response> draft(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        IdempotencyKey key = IdempotencyKey.of(form.value("idempotencyKey"));
        return Uni.createFrom()
                .deferred(() -> flow.draft(desk.caller(), key, form.value("unit"), ActivityForms.draft(form)))
                .map(done -> Html.to(PLACE + "/" + done.reference() + "?done=earn.drafted"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> passedOn(failure)
                        ? Uni.createFrom().failure(failure)
                        : writing(((Refusal) failure).status(), null, form.refused((Refusal) failure)));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return queries.one(desk.caller(), id(id)).chain(it -> page(200, it, Form.empty()));
    }

    private Uni<Response> page(int status, DeskView it, Form form) {
        return Html.page(status, ActivityDeskTemplates.activity(desk.frame(), it, ActivityForms.hours(it, form)));
    }

    @GET
    @Path("/{id}/form")
    public Uni<Response> formOf(@PathParam("id") String id) {
        return queries.one(desk.caller(), id(id)).chain(it -> writing(200, id, forms.filled(desk.caller(), it)));
    }

    @POST
    @Path("/{id}/form")
    public Uni<Response> write(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return flow.write(desk.caller(), id(id), ActivityForms.draft(form))
                .map(done -> Html.to(PLACE + "/" + id + "?done=earn.written"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> passedOn(failure)
                        ? Uni.createFrom().failure(failure)
                        : writing(((Refusal) failure).status(), id, form.refused((Refusal) failure)));
    }

    @POST
    @Path("/{id}/{act: publication|cancellation|hours}")
    public Uni<Response> act(@PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return answered(id, form, act, Uni.createFrom().deferred(() -> switch (act) {
            case "publication" -> flow.publish(desk.caller(), id(id));
            case "cancellation" -> flow.cancel(desk.caller(), id(id), form.value("because"));
            default -> hours.confirm(desk.caller(), id(id), ActivityForms.decided(form));
        }));
    }

    @POST
    @Path("/{id}/people/{resident}/time")
    public Uni<Response> time(
            @PathParam("id") String id, @PathParam("resident") String resident, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        String whose = "-" + resident;
        return answered(id, form, "time", Uni.createFrom()
                .deferred(() -> checking.correct(
                        desk.caller(), id(id), id(resident), form.value("from" + whose), form.value("to" + whose), form.value("why" + whose)))
                .onFailure(Refusal.class)
                .transform(failure -> ActivityForms.of((Refusal) failure, whose)));
    }

    private Uni<Response> answered(String id, Form form, String act, Uni<Void> done) {
        return done.map(ok -> Html.to(PLACE + "/" + id + "?done=earn." + act))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> passedOn(failure)
                        ? Uni.createFrom().failure(failure)
                        : queries.one(desk.caller(), id(id))
                                .chain(it -> page(((Refusal) failure).status(), it, form.refused((Refusal) failure))));
    }

    static boolean passedOn(Throwable failure) {
        return List.of(401, 403, 404).contains(((Refusal) failure).status());
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
