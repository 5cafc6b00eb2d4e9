package cn.shiyu.mediation.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.mediation.ChooseFlow;
import cn.shiyu.mediation.DossierFlow;
import cn.shiyu.mediation.EvidenceFlow;
import cn.shiyu.mediation.HandOverFlow;
import cn.shiyu.mediation.InvitationFlow;
import cn.shiyu.mediation.MediationQueries;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.mediation.MeetingFlow;
import cn.shiyu.mediation.PartyFlow;
import cn.shiyu.mediation.Side;
import cn.shiyu.platform.files.Parting;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 我的调解: a party's own mediations; each verb is a thing that is added to one. */
@Path("/mediations")
@Authenticated
public class MediationPages {

    static final String PLACE = "/mediations/";

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    MediationQueries queries;

    @Inject
    ChooseFlow choosing;

    @Inject
    PartyFlow parties;

    @Inject
    MeetingFlow meetings;

    @Inject
    EvidenceFlow evidence;

    @Inject
    HandOverFlow handOver;

    @Inject
    InvitationFlow invitations;

    @Inject
    DossierFlow dossiers;

    @Inject
    RoutingContext request;

    @Context
    UriInfo address;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return queries.own(caller.resident(), after).chain(page -> Html.page(MediationTemplates.list(page, after)));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty(), "");
    }

    @GET
    @Path("/{id}/dossier.zip")
    public Uni<Response> dossier(@PathParam("id") String id) {
        return dossiers.export(caller.resident(), ApplyPages.id(id))
                .map(zip -> Parting.of(request, zip, "application/zip", "dossier-" + id + ".zip"));
    }

    private Uni<Response> page(int status, String id, Form form, String act) {
        return queries.one(caller.resident(), ApplyPages.id(id)).chain(it -> Html.page(status, MediationTemplates.show(
                it, form, act, ShowChoices.of(MediationSettings.of(city.get()), it),
                it.link() == null ? null : address.getBaseUri().resolve(it.link()).toString(), IdempotencyKey.fresh().value())));
    }

    @POST
    @Path("/{id}/{act: choice|proposal|refusal|invitation|words|withdrawal|recusal|rating|consent|handover-refusal}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return answered(id, act, form, Uni.createFrom().deferred(() -> done(ApplyPages.id(id), act, form)));
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        Caller resident = caller.resident();
        return switch (act) {
            case "choice" -> choosing.choose(resident, id, form.value("mediator"), myself(form));
            case "proposal" -> choosing.propose(resident, id, ApplyPages.mediators(form), myself(form));
            case "refusal" -> choosing.decline(resident, id);
            case "invitation" -> invitations.renew(resident, id);
            case "words" -> parties.speak(
                    resident, key(form), id, form.value("words"), form.has("aside", "true") ? Side.APPLICANT : null);
            case "withdrawal" -> parties.withdraw(resident, id);
            case "recusal" -> parties.askRecusal(resident, id, form.value("why"));
            case "rating" -> parties.rate(resident, id, form.value("level"));
            case "consent" -> handOver.consent(resident, id);
            default -> handOver.refuse(resident, id);
        };
    }

    private static ChooseFlow.Myself myself(Form form) {
        return new ChooseFlow.Myself(
                form.value("ownName"), form.value("ownPhone"), form.value("story"), form.value("claim"));
    }

    private static IdempotencyKey key(Form form) {
        return IdempotencyKey.of(form.value("idempotencyKey"));
    }

    @POST
    @Path("/{id}/evidence")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> show(
            @PathParam("id") String id,
            @RestForm("idempotencyKey") String key,
            @RestForm("name") String name,
            @RestForm("shows") String shows,
            @RestForm("photos") List<FileUpload> photos) {
        Form form = Form.of(Map.of("name", List.of(name == null ? "" : name), "shows", List.of(shows == null ? "" : shows)));
        return answered(id, "evidence", form, Uni.createFrom().deferred(() -> evidence.add(
                caller.resident(), IdempotencyKey.of(key), ApplyPages.id(id), name, shows, photos == null ? List.of() : photos)));
    }

    @POST
    @Path("/{id}/evidence/{item}/withdrawal")
    public Uni<Response> takeBack(@PathParam("id") String id, @PathParam("item") String item) {
        return answered(id, "evidence", Form.empty(), Uni.createFrom().deferred(
                () -> evidence.withdraw(caller.resident(), ApplyPages.id(id), ApplyPages.id(item))));
    }

    @POST
    @Path("/{id}/sessions/{session}/{answer: yes|no}")
    public Uni<Response> comes(
            @PathParam("id") String id, @PathParam("session") String session, @PathParam("answer") String answer) {
        return answered(id, "session", Form.empty(), Uni.createFrom().deferred(() -> meetings.answer(
                caller.resident(), ApplyPages.id(id), ApplyPages.id(session), answer.equals("yes"))));
    }

    /** On to the page; or the page as it is now, with what was typed. What is not theirs stays not there. */
    private Uni<Response> answered(String id, String act, Form form, Uni<Void> done) {
        return done.map(ok -> Html.to(PLACE + id + "?done=mediation." + act.replace("-", "")))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return refused.status() == 404 || refused.status() == 403 || refused.status() == 401
                            ? Uni.createFrom().failure(refused)
                            : page(refused.status(), id, form.refused(refused), act);
                });
    }
}
