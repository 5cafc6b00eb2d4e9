package cn.shiyu.legal.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.legal.AdvisorView;
import cn.shiyu.legal.Advisors;
import cn.shiyu.legal.AfterAdvice;
import cn.shiyu.legal.AskFlow;
import cn.shiyu.legal.CaseFromAdvice;
import cn.shiyu.legal.ConsultationFlow;
import cn.shiyu.legal.ConsultationQueries;
import cn.shiyu.legal.ConsultationView;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.legal.NewQuestion;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.arc.All;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** 法律咨询: a resident's written consultations; each verb is a thing that is added to one. */
@Path("/legal/consultations")
@Authenticated
public class ConsultationPages {

    private static final String PLACE = "/legal/consultations/";

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    Regions regions;

    @Inject
    Advisors advisors;

    @Inject
    AskFlow asking;

    @Inject
    ConsultationFlow flow;

    @Inject
    CaseFromAdvice cases;

    @Inject
    ConsultationQueries queries;

    @All
    @Inject
    List<AfterAdvice> ways;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return queries.own(caller.resident(), after).chain(page -> Html.page(LegalTemplates.list(page, after)));
    }

    @GET
    @Path("/new")
    public Uni<Response> form(@Context UriInfo address) {
        caller.resident();
        return asked(200, Form.of(address.getQueryParameters()).with("idempotencyKey", IdempotencyKey.fresh().value()));
    }

    private Uni<Response> asked(int status, Form form) {
        if (!LegalSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
        AdvisorView chosen = advisors.find(city.get(), form.value("advisor"))
                .map(one -> advisors.view(city.get(), one, null))
                .orElse(null);
        return Html.page(
                status,
                LegalTemplates.ask(
                        chosen,
                        LegalChoices.of(city.get(), regions.of(city.get()), form),
                        form,
                        LegalSettings.of(city.get()).answer().words()));
    }

    @POST
    public Uni<Response> ask(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> asking.ask(
                        caller.resident(), IdempotencyKey.of(form.value("idempotencyKey")), question(form)))
                .map(id -> Html.to(PLACE + id + "?done=legal.asked"))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> refusedToAsk(form, (Refusal) refused));
    }

    private static NewQuestion question(Form form) {
        return new NewQuestion(
                form.value("advisor"), form.value("field"), AdvisorPages.region(form), form.value("title"),
                form.value("words"), form.value("ownName"), form.value("otherParty"), form.has("anonymous", "true"));
    }

    private Uni<Response> refusedToAsk(Form form, Refusal refusal) {
        return refusal.status() == 422 ? asked(422, form.refused(refusal)) : Uni.createFrom().failure(refusal);
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty(), "");
    }

    private Uni<Response> page(int status, String id, Form form, String act) {
        return queries.one(caller.resident(), id(id))
                .chain(it -> Html.page(
                        status,
                        LegalTemplates.show(it, form, act, levels(), IdempotencyKey.fresh().value(), next(it))));
    }

    private List<NavItem> next(ConsultationView it) {
        return it.may("FILE_CASE")
                ? ways.stream().flatMap(way -> way.offer(city.get(), it).stream()).toList()
                : List.of();
    }

    private static List<Choice> levels() {
        return ConsultationFlow.LEVELS.stream()
                .map(level -> new Choice(level, Messages.get("legal.level." + level)))
                .toList();
    }

    /** One action: the case is there afterwards, however often it is pressed. */
    @POST
    @Path("/{id}/case")
    public Uni<Response> file(@PathParam("id") String id) {
        return cases.file(caller.resident(), id(id)).map(number -> Html.to("/cases/" + number + "?done=legal.filed"));
    }

    @POST
    @Path("/{id}/{act: words|withdrawal|rating}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> done(id(id), act, form))
                .map(done -> Html.to(PLACE + id + "?done=legal." + act))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again(id, act, form, (Refusal) refused));
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        return switch (act) {
            case "words" -> flow.askOn(
                    caller.resident(), IdempotencyKey.of(form.value("idempotencyKey")), id, form.value("words"));
            case "withdrawal" -> flow.withdraw(caller.resident(), id);
            default -> flow.rate(caller.resident(), id, form.value("level"));
        };
    }

    /** The page as it is now, with what was typed; what is not theirs stays not there. */
    private Uni<Response> again(String id, String act, Form form, Refusal refusal) {
        return refusal.status() == 404 || refusal.status() == 403
                ? Uni.createFrom().failure(refusal)
                : page(refusal.status(), id, form.refused(refusal), act);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
