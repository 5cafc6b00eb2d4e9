package cn.shiyu.legal.console;

import cn.shiyu.legal.Advisors;
import cn.shiyu.legal.ConsultationFlow;
import cn.shiyu.legal.ConsultationQueries;
import cn.shiyu.legal.ConsultationView;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.legal.Outcome;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** 法律咨询 at the console: what waits, what is late in one's townships, all; one consultation and what is done to it. */
@Path(LegalDesk.PLACE)
public class LegalDesk {

    static final String PLACE = "/console/legal";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    Advisors advisors;

    @Inject
    ConsultationQueries queries;

    @Inject
    ConsultationFlow flow;

    @GET
    public Uni<Response> list(
            @QueryParam("list") @DefaultValue("waiting") String list, @QueryParam("after") String after) {
        return found(list, after)
                .chain(page -> Html.page(LegalDeskTemplates.list(
                        desk.frame(), page, tabs(list), PLACE + "?list=" + list, after)));
    }

    private Uni<Page<ConsultationView>> found(String list, String after) {
        return switch (list) {
            case "waiting" -> queries.waiting(desk.caller(), after);
            case "late" -> queries.late(desk.caller());
            case "all" -> queries.had(desk.caller(), after);
            default -> throw Refusal.notFound();
        };
    }

    private static List<NavItem> tabs(String current) {
        return Stream.of("waiting", "late", "all")
                .map(one -> NavItem.tab(
                        PLACE + "?list=" + one, Messages.get("legal.tab." + one), null, one.equals(current)))
                .toList();
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty());
    }

    private Uni<Response> page(int status, String id, Form form) {
        return queries.one(desk.caller(), id(id))
                .chain(it -> Html.page(
                        status,
                        LegalDeskTemplates.show(
                                desk.frame(), it, form, outcomes(), others(it), IdempotencyKey.fresh().value())));
    }

    private static List<Choice> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(one -> new Choice(one.name(), Messages.get("legal.outcome." + one)))
                .toList();
    }

    private List<Choice> others(ConsultationView it) {
        return LegalSettings.of(city.get()).advisors().stream()
                .filter(one -> !one.login().equals(it.advisorLogin()))
                .map(one -> new Choice(one.login(), one.name()))
                .toList();
    }

    @POST
    @Path("/{id}/{act: answer|conclusion|handover}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> done(id(id), act, form))
                .map(done -> Html.to((act.equals("handover") ? PLACE : PLACE + "/" + id) + "?done=legal." + act))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again(id, form, (Refusal) refused));
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        return switch (act) {
            case "answer" -> flow.answer(
                    desk.caller(), IdempotencyKey.of(form.value("idempotencyKey")), id, form.value("words"));
            case "conclusion" -> flow.conclude(desk.caller(), id, form.value("outcome"));
            default -> flow.handOver(desk.caller(), id, form.value("advisor"), form.has("conflict", "true"));
        };
    }

    private Uni<Response> again(String id, Form form, Refusal refusal) {
        return refusal.status() == 404 || refusal.status() == 403
                ? Uni.createFrom().failure(refusal)
                : page(refusal.status(), id, form.refused(refusal));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
