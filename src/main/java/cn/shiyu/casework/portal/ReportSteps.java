package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.CaseDrafts;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Site;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The wizard's pages that ask in words. What was typed is kept first and judged afterwards. */
@Path("/report/{step: kind|words|topic|place|privacy}")
@Authenticated
public class ReportSteps {

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    Site site;

    @Inject
    CaseDrafts drafts;

    @Inject
    ReportFaults faults;

    @Inject
    ReportOffers offers;

    @Inject
    ReportPlaces places;

    @GET
    public Uni<Response> show(@PathParam("step") String name, @QueryParam("from") String from) {
        ReportStep step = ReportStep.named(name).orElseThrow();
        return drafts.of(caller.resident()).chain(draft -> page(200, step, draft, List.of(), from));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> answer(
            @PathParam("step") String name, @QueryParam("from") String from, MultivaluedMap<String, String> typed) {
        Caller resident = caller.resident();
        ReportStep step = ReportStep.named(name).orElseThrow();
        return drafts.of(resident)
                .map(draft -> filled(draft, step, typed))
                .call(draft -> drafts.save(resident, draft))
                .chain(draft -> onward(step, draft, typed.getFirst("act"), from));
    }

    private CaseDraft filled(CaseDraft draft, ReportStep step, MultivaluedMap<String, String> typed) {
        Map<String, List<String>> answers = new HashMap<>();
        step.fields().forEach(field -> answers.put(field, List.copyOf(typed.getOrDefault(field, List.of("")))));
        CaseDraft filled = draft.with(answers);
        return step == ReportStep.PLACE ? places.fitting(city.get(), filled) : filled;
    }

    private Uni<Response> onward(ReportStep step, CaseDraft draft, String act, String from) {
        if ("later".equals(act)) {
            return Uni.createFrom().item(Html.to("/?done=report.saved"));
        }
        ReportPage page = ReportPage.of(step, draft, List.of(), site.elder(), isCheck(from));
        if ("list".equals(act)) {
            return Uni.createFrom().item(Html.to(page.action()));
        }
        List<FieldError> wrong = faults.of(city.get(), draft, step);
        return wrong.isEmpty()
                ? Uni.createFrom().item(Html.to(page.next()))
                : page(422, step, draft, wrong, from);
    }

    private Uni<Response> page(int status, ReportStep step, CaseDraft draft, List<FieldError> wrong, String from) {
        return Html.page(status, template(ReportPage.of(step, draft, wrong, site.elder(), isCheck(from))));
    }

    private TemplateInstance template(ReportPage page) {
        City here = city.get();
        return switch (page.step()) {
            case KIND -> ReportTemplates.kind(page, offers.kinds(here));
            case TOPIC -> ReportTemplates.topic(page, offers.topics(here, page.draft()), offers.allTopics(here));
            case PLACE -> ReportTemplates.place(page, places.of(here, page.draft()));
            case PRIVACY -> ReportTemplates.privacy(page, offers.visibilities());
            default -> ReportTemplates.words(page);
        };
    }

    private static boolean isCheck(String from) {
        return "check".equals(from);
    }
}
