package cn.shiyu.counselling.portal;

import cn.shiyu.counselling.CounsellingFlow;
import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.Counsellors;
import cn.shiyu.counselling.Hotline;
import cn.shiyu.counselling.NewThread;
import cn.shiyu.counselling.ThreadExport;
import cn.shiyu.counselling.ThreadQueries;
import cn.shiyu.counselling.WriteFlow;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.tenancy.City;
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
import java.util.UUID;

/** A resident's own letters to counsellors; what is typed comes back to them alone and is kept by no page. */
@Path("/counselling/threads")
@Authenticated
public class ThreadPages {

    static final String PLACE = "/counselling/threads";

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    WriteFlow writing;

    @Inject
    CounsellingFlow flow;

    @Inject
    ThreadQueries queries;

    @Inject
    ThreadExport export;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return queries.own(caller.resident(), after)
                .chain(page -> Html.page(CounsellingTemplates.threads(page, after, Hotline.of(city.get()))));
    }

    @GET
    @Path("/new")
    public Uni<Response> form(@QueryParam("counsellor") String login) {
        caller.resident();
        return opening(
                200, Form.empty().with("counsellor", login).with("idempotencyKey", IdempotencyKey.fresh().value()));
    }

    private Uni<Response> opening(int status, Form form) {
        City here = city.get();
        CounsellingSettings settings = CounsellingSettings.of(here);
        return settings.writer(form.value("counsellor"))
                .map(to -> Html.page(status, CounsellingTemplates.open(
                        Counsellors.view(here, to), CounsellingChoices.fields(here), form, settings.answer().words(),
                        Hotline.of(here))))
                .orElseThrow(Refusal::notFound);
    }

    @POST
    public Uni<Response> open(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> writing.open(
                        caller.resident(), IdempotencyKey.of(form.value("idempotencyKey")),
                        new NewThread(form.value("counsellor"), form.value("field"), form.value("alias"), form.value("words"))))
                .map(id -> Html.to(PLACE + "/" + id + "?done=counselling.opened"))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> ((Refusal) refused).status() == 422
                        ? opening(422, form.refused((Refusal) refused))
                        : Uni.createFrom().failure(refused));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty());
    }

    private Uni<Response> page(int status, String id, Form form) {
        City here = city.get();
        return queries.mine(caller.resident(), id(id))
                .chain(it -> Html.page(status, CounsellingTemplates.thread(
                        it, form, CounsellingChoices.others(here, it.counsellorLogin()), Hotline.of(here),
                        IdempotencyKey.fresh().value())));
    }

    @POST
    @Path("/{id}/{act: words|end|agreement|decline|change|deletion}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> done(id(id), act, form))
                .map(done -> Html.to((act.equals("deletion") ? PLACE : PLACE + "/" + id) + "?done=counselling." + act))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again(id, form, (Refusal) refused));
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        return switch (act) {
            case "words" -> writing.write(
                    caller.resident(), IdempotencyKey.of(form.value("idempotencyKey")), id, form.value("words"));
            case "end" -> flow.end(caller.resident(), id);
            case "agreement" -> flow.agree(caller.resident(), id, form.value("counsellor"));
            case "decline" -> flow.decline(caller.resident(), id);
            case "change" -> flow.change(caller.resident(), id, form.value("counsellor"));
            default -> flow.delete(caller.resident(), id);
        };
    }

    /** The page as it is now, with what was typed; what is not theirs stays not there. */
    private Uni<Response> again(String id, Form form, Refusal refusal) {
        return refusal.status() == 422 || refusal.status() == 409
                ? page(refusal.status(), id, form.refused(refusal))
                : Uni.createFrom().failure(refusal);
    }

    @GET
    @Path("/{id}/counselling.zip")
    public Uni<Response> takeAlong(@PathParam("id") String id) {
        return export.of(caller.resident(), id(id), it -> CounsellingTemplates.paper(it).createUni())
                .map(zip -> Response.ok(zip)
                        .type("application/zip")
                        .header("Content-Disposition", "attachment; filename=\"counselling.zip\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
