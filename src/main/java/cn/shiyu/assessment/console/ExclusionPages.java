package cn.shiyu.assessment.console;

import cn.shiyu.assessment.exclusion.ExclusionFlow;
import cn.shiyu.assessment.exclusion.ExclusionQueries;
import cn.shiyu.assessment.exclusion.ExclusionReason;
import cn.shiyu.assessment.exclusion.ExclusionState;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
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
import java.util.function.Supplier;

/** 剔除申报: a unit asks, the city's assessors decide, both read. */
@Path(ExclusionPages.PLACE)
public class ExclusionPages {

    static final String PLACE = "/console/assessment/exclusions";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    Units units;

    @Inject
    ExclusionQueries queries;

    @Inject
    ExclusionFlow flow;

    @GET
    public Uni<Response> list(@QueryParam("state") String state, @QueryParam("after") String after) {
        ExclusionState chosen = Arrays.stream(ExclusionState.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null);
        String href = chosen == null ? PLACE : PLACE + "?state=" + chosen;
        return queries.list(city.get(), desk.caller(), chosen, after)
                .chain(page -> Html.page(ExclusionTemplates.exclusions(
                        desk.frame(), page, Form.empty().with("state", chosen == null ? "" : chosen), states(), href, after)));
    }

    private static List<Choice> states() {
        return Arrays.stream(ExclusionState.values()).map(one -> new Choice(one.name(), Messages.get("exclusion.state." + one))).toList();
    }

    private static List<Choice> reasons() {
        return Arrays.stream(ExclusionReason.values()).map(one -> new Choice(one.name(), Messages.get("exclusion.reason." + one))).toList();
    }

    @GET
    @Path("/new")
    public Uni<Response> form(@QueryParam("stream") String stream, @QueryParam("seq") String seq) {
        return form(200, id(stream), number(seq), Form.empty());
    }

    private Uni<Response> form(int status, UUID stream, int seq, Form form) {
        return queries.subject(city.get(), desk.caller(), stream, seq)
                .chain(it -> Html.page(status, ExclusionTemplates.exclusionForm(desk.frame(), it, name(it.unit()), form, reasons())));
    }

    @POST
    @Path("/new")
    public Uni<Response> ask(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID stream = id(form.value("stream"));
        int seq = number(form.value("seq"));
        return Uni.createFrom()
                .deferred(() -> flow.ask(
                        city.get(), desk.caller(), new ExclusionFlow.Wish(stream, seq, form.value("reason"), form.value("words"))))
                .map(id -> Html.to(PLACE + "/" + id + "?done=exclusion.asked"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> shown((Refusal) failure)
                        ? form(((Refusal) failure).status(), stream, seq, form.refused((Refusal) failure))
                        : Uni.createFrom().failure(failure));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id(id), Form.empty());
    }

    private Uni<Response> page(int status, UUID id, Form form) {
        return queries.one(city.get(), desk.caller(), id)
                .chain(it -> Html.page(status, ExclusionTemplates.exclusion(desk.frame(), it, name(it.unit()), form)));
    }

    @POST
    @Path("/{id}/decision")
    public Uni<Response> decide(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return done(id(id), form, "decided", () -> flow.decide(
                city.get(), desk.caller(), id(id), form.value("grant").equals("true"), form.value("words")));
    }

    @POST
    @Path("/{id}/withdrawal")
    public Uni<Response> withdraw(@PathParam("id") String id) {
        return done(id(id), Form.empty(), "withdrawn", () -> flow.withdraw(city.get(), desk.caller(), id(id)));
    }

    private Uni<Response> done(UUID id, Form form, String done, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .replaceWith(() -> Html.to(PLACE + "/" + id + "?done=exclusion." + done))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> shown((Refusal) failure)
                        ? page(((Refusal) failure).status(), id, form.refused((Refusal) failure))
                        : Uni.createFrom().failure(failure));
    }

    private static boolean shown(Refusal refused) {
        return refused.status() == 409 || refused.status() == 422;
    }

    private String name(String unit) {
        return units.of(city.get()).find(unit).map(Unit::name).orElse(unit);
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed == null ? "" : typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    private static int number(String typed) {
        if (typed == null || !typed.matches("[0-9]{1,9}")) {
            throw Refusal.notFound();
        }
        return Integer.parseInt(typed);
    }
}
