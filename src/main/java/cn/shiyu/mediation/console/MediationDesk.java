package cn.shiyu.mediation.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.mediation.DossierFlow;
import cn.shiyu.mediation.HandOverFlow;
import cn.shiyu.mediation.MarketQueries;
import cn.shiyu.mediation.MediationAgreements;
import cn.shiyu.mediation.MediationItem;
import cn.shiyu.mediation.MediationQueries;
import cn.shiyu.mediation.MediationStatus;
import cn.shiyu.mediation.MediatorFlow;
import cn.shiyu.mediation.MediatorPhotoFlow;
import cn.shiyu.mediation.MeetingFlow;
import cn.shiyu.mediation.PartyFlow;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.files.Parting;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 调解 at the console, usable on a phone: what waits, what is under way, one mediation and what is done to it. */
@Path(MediationDesk.PLACE)
public class MediationDesk {

    static final String PLACE = "/console/mediation";

    private static final Map<String, Set<MediationStatus>> LISTS = lists();

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    MediationQueries queries;

    @Inject
    MarketQueries market;

    @Inject
    DeskOffers offers;

    @Inject
    MediatorFlow flow;

    @Inject
    PartyFlow parties;

    @Inject
    MeetingFlow meetings;

    @Inject
    HandOverFlow handOver;

    @Inject
    MediationAgreements agreements;

    @Inject
    DossierFlow dossiers;

    @Inject
    RoutingContext request;

    @Inject
    MediatorPhotoFlow photos;

    private static Map<String, Set<MediationStatus>> lists() {
        Map<String, Set<MediationStatus>> lists = new LinkedHashMap<>();
        lists.put("waiting", EnumSet.of(MediationStatus.MATCHED));
        lists.put("running", EnumSet.of(MediationStatus.MEDIATING, MediationStatus.PAUSED, MediationStatus.HANDING_OVER));
        lists.put("agreed", EnumSet.of(MediationStatus.AGREED));
        lists.put("over", EnumSet.of(
                MediationStatus.FULFILLED, MediationStatus.BROKEN, MediationStatus.FAILED, MediationStatus.WITHDRAWN));
        return lists;
    }

    @GET
    public Uni<Response> list(
            @QueryParam("list") @DefaultValue("waiting") String list, @QueryParam("after") String after) {
        if (!LISTS.containsKey(list)) {
            throw Refusal.notFound();
        }
        Uni<Page<MediationItem>> found = queries.had(desk.caller(), List.copyOf(LISTS.get(list)), after);
        return found.chain(page -> Html.page(MediationDeskTemplates.list(
                desk.frame(), page, tabs(list), PLACE + "?list=" + list, after)));
    }

    private static List<NavItem> tabs(String current) {
        return LISTS.keySet().stream()
                .map(one -> NavItem.tab(
                        PLACE + "?list=" + one, Messages.get("mediation.tab." + one), null, one.equals(current)))
                .toList();
    }

    @GET
    @Path("/card")
    public Uni<Response> card() {
        return card(200, Form.empty());
    }

    private Uni<Response> card(int status, Form form) {
        return market.one(city.get(), desk.caller().id())
                .chain(card -> Html.page(status, MediationDeskTemplates.card(desk.frame(), card, form)));
    }

    @POST
    @Path("/card/photo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> photo(@RestForm("photo") List<FileUpload> uploads) {
        return Uni.createFrom()
                .deferred(() -> photos.change(desk.caller(), uploads == null ? List.of() : uploads))
                .map(done -> Html.to(PLACE + "/card?done=mediation.photo"))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> ((Refusal) refused).status() == 422
                        ? card(422, Form.empty().refused((Refusal) refused))
                        : Uni.createFrom().failure(refused));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty(), "");
    }

    private Uni<Response> page(int status, String id, Form form, String act) {
        Caller mediator = desk.caller();
        return queries.one(mediator, DeskForms.id(id))
                .chain(it -> offers.of(city.get(), mediator, it)
                        .chain(choices -> Html.page(status, MediationDeskTemplates.show(
                                desk.frame(), it, form, act, choices, IdempotencyKey.fresh().value()))));
    }

    @POST
    @Path("/{id}/{act: acceptance|recusal|words|pause|resumption|failure|handover|handover-refusal|follow-up|session|minutes}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return answered(id, act, form, Uni.createFrom().deferred(() -> done(DeskForms.id(id), act, form)));
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        Caller mediator = desk.caller();
        return switch (act) {
            case "acceptance" -> flow.take(mediator, id, form.has("free", "true"));
            case "recusal" -> flow.recuse(mediator, id, form.value("why"));
            case "words" -> parties.speak(mediator, DeskForms.key(form), id, form.value("words"), DeskForms.side(form));
            case "pause" -> flow.pause(mediator, id);
            case "resumption" -> flow.resume(mediator, id);
            case "failure" -> flow.fail(mediator, id);
            case "handover" -> handOver.offer(mediator, id, form.value("mediator"), form.value("why"));
            case "handover-refusal" -> handOver.refuse(mediator, id);
            case "follow-up" -> flow.followUp(
                    mediator, DeskForms.key(form), id, form.has("kept", "true"), form.value("words"));
            case "session" -> meetings.schedule(mediator, DeskForms.key(form), id, DeskForms.wish(form));
            default -> meetings.keepMinutesOnTheSpot(
                    mediator, DeskForms.key(form), id, DeskForms.way(form), form.value("place"), form.value("minutes"));
        };
    }

    @GET
    @Path("/{id}/dossier.zip")
    public Uni<Response> dossier(@PathParam("id") String id) {
        return dossiers.export(desk.caller(), DeskForms.id(id))
                .map(zip -> Parting.of(request, zip, "application/zip", "dossier-" + id + ".zip"));
    }

    /** On to the agreement: the one there is, or a new one. */
    @POST
    @Path("/{id}/agreement")
    public Uni<Response> agreement(@PathParam("id") String id) {
        return agreements.begin(desk.caller(), DeskForms.id(id)).map(begun -> Html.to("/console/agreements/" + begun));
    }

    @POST
    @Path("/{id}/sessions/{session}/{act: minutes|cancellation}")
    public Uni<Response> session(
            @PathParam("id") String id,
            @PathParam("session") String session,
            @PathParam("act") String act,
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return answered(id, "session-" + act, form, Uni.createFrom().deferred(() -> act.equals("minutes")
                ? meetings.keepMinutes(
                        desk.caller(), DeskForms.key(form), DeskForms.id(id), DeskForms.id(session), form.value("minutes"))
                : meetings.cancel(desk.caller(), DeskForms.id(id), DeskForms.id(session))));
    }

    /** Whoever hands over or recuses has it no longer. */
    private Uni<Response> answered(String id, String act, Form form, Uni<Void> done) {
        String next = act.equals("recusal") ? PLACE : PLACE + "/" + id;
        return done.map(ok -> Html.to(next + "?done=mediation." + act.replace("-", "")))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return refused.status() == 404 || refused.status() == 403 || refused.status() == 401
                            ? Uni.createFrom().failure(refused)
                            : page(refused.status(), id, form.refused(refused), act);
                });
    }
}
