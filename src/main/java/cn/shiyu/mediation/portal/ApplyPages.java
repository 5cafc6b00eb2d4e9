package cn.shiyu.mediation.portal;

import cn.shiyu.casework.CaseQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.legal.ConsultationQueries;
import cn.shiyu.legal.ConsultationView;
import cn.shiyu.mediation.Application;
import cn.shiyu.mediation.ApplyFlow;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.platform.idempotency.IdempotencyKey;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application: empty, or with what one has told in a case or a consultation already. */
@Path("/mediations")
@Authenticated
public class ApplyPages {

    private static final List<String> PLACES = List.of("mediator1", "mediator2", "mediator3");

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    Regions regions;

    @Inject
    CaseQueries cases;

    @Inject
    ConsultationQueries consultations;

    @Inject
    ApplyFlow flow;

    @GET
    @Path("/new")
    public Uni<Response> form(@Context UriInfo address) {
        Caller resident = caller.resident();
        Form asked = Form.of(address.getQueryParameters()).with("idempotencyKey", IdempotencyKey.fresh().value());
        return told(resident, picked(asked)).chain(form -> page(200, form));
    }

    private static Form picked(Form form) {
        List<String> logins = form.values("m");
        Form filled = form;
        for (int i = 0; i < Math.min(PLACES.size(), logins.size()); i++) {
            filled = filled.with(PLACES.get(i), logins.get(i));
        }
        return filled;
    }

    /** What the person told already need not be told again. */
    private Uni<Form> told(Caller resident, Form form) {
        if (!form.value("case").isBlank()) {
            return cases.byNumber(resident, form.value("case")).map(view -> placed(form
                    .with("caseNumber", view.number()).with("title", view.subject()).with("story", view.body()), view.regionCode()));
        }
        if (!form.value("consultation").isBlank()) {
            return consultations.one(resident, id(form.value("consultation"))).map(view -> placed(form
                    .with("title", view.title()).with("story", own(view)), view.region()));
        }
        return Uni.createFrom().item(form);
    }

    private static String own(ConsultationView view) {
        return view.messages().stream()
                .filter(said -> said.by() == null)
                .map(ConsultationView.Message::words)
                .collect(Collectors.joining("\n\n"));
    }

    private Form placed(Form form, String region) {
        List<cn.shiyu.region.Region> path = regions.of(city.get()).path(region);
        Form placed = form;
        for (cn.shiyu.region.Region one : path) {
            placed = switch (one.level()) {
                case TOWNSHIP -> placed.with("township", one.code());
                case VILLAGE -> placed.with("village", one.code());
                default -> placed;
            };
        }
        return placed;
    }

    private Uni<Response> page(int status, Form form) {
        MediationSettings settings = MediationSettings.of(city.get());
        if (!settings.offered()) {
            throw Refusal.notFound();
        }
        return Html.page(status, MediationTemplates.apply(
                form, ApplyChoices.of(settings, regions.of(city.get()), form), settings.choose().words()));
    }

    @POST
    public Uni<Response> apply(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> flow.apply(
                        caller.resident(), IdempotencyKey.of(form.value("idempotencyKey")), application(form)))
                .map(id -> Html.to("/mediations/" + id + "?done=mediation.applied"))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> ((Refusal) refused).status() == 422
                        ? page(422, form.refused((Refusal) refused))
                        : Uni.createFrom().failure(refused));
    }

    private static Application application(Form form) {
        String village = form.value("village");
        String consultation = form.value("consultation");
        return new Application(
                form.value("shelf"), village.isBlank() ? form.value("township") : village, form.value("title"),
                form.value("story"), form.value("claim"), form.value("ownName"), form.value("ownPhone"),
                form.value("otherName"), form.value("otherPhone"), mediators(form),
                form.value("caseNumber").isBlank() ? null : form.value("caseNumber"),
                consultation.isBlank() ? null : id(consultation));
    }

    static List<String> mediators(Form form) {
        return Stream.concat(PLACES.stream().map(form::value), form.values("mediators").stream())
                .filter(login -> !login.isBlank())
                .toList();
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
