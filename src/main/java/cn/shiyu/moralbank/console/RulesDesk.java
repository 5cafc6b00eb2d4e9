package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.award.AwardUnit;
import cn.shiyu.moralbank.award.BankTerms;
import cn.shiyu.moralbank.award.RulesDraft;
import cn.shiyu.moralbank.award.RulesFlow;
import cn.shiyu.moralbank.award.Simulated;
import cn.shiyu.moralbank.award.TermsCheck;
import cn.shiyu.moralbank.budget.BudgetQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 积分规则: what is in force, drafts, what a draft would have given lately, and the day from which it counts. */
@Path(RulesDesk.PLACE)
public class RulesDesk {

    static final String PLACE = "/console/bank/rules";

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int SPARE = 2;

    @Inject
    StaffDesk desk;

    @Inject
    RulesFlow flow;

    @Inject
    BudgetQueries budgets;

    @Inject
    TenantSql sql;

    @GET
    public Uni<Response> list() {
        Caller clerk = desk.caller();
        return flow.current(clerk).chain(current -> flow.versions(clerk).chain(versions -> flow.open(clerk)
                .chain(drafts -> Html.page(BankDeskTemplates.rules(desk.frame(), current, versions, drafts)))));
    }

    @GET
    @Path("/new")
    public Uni<Response> form() {
        return flow.current(desk.caller()).chain(current -> form(200, TermsCheck.filled(current.terms())));
    }

    private Uni<Response> form(int status, Form form) {
        return Html.page(status, BankDeskTemplates.draftForm(
                desk.frame(), form, rows("code", TermsCheck.KINDS, form), rows("season", TermsCheck.SEASONS, form), units(), givers(),
                kinds(form)));
    }

    /** As many rows as are filled, and two to add. */
    private static List<TermsRow> rows(String field, int most, Form form) {
        int filled = (int) IntStream.range(0, most).filter(i -> !form.value(field + i).isBlank()).count();
        return IntStream.range(0, Math.min(most, filled + SPARE)).mapToObj(TermsRow::new).toList();
    }

    private static List<Choice> units() {
        return Arrays.stream(AwardUnit.values()).map(one -> new Choice(one.name(), Messages.get("bank.unit." + one))).toList();
    }

    private static List<Choice> givers() {
        return Stream.of(Role.ORGANISER, Role.COMMITTEE, Role.BANK_CLERK)
                .map(role -> new Choice(role.name(), Messages.get("console.role." + role)))
                .toList();
    }

    private static List<Choice> kinds(Form form) {
        return IntStream.range(0, TermsCheck.KINDS)
                .filter(i -> !form.value("code" + i).isBlank())
                .mapToObj(i -> new Choice(form.value("code" + i), form.value("name" + i)))
                .toList();
    }

    @POST
    public Uni<Response> draft(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        Caller clerk = BankDesk.clerk(desk.caller());
        return Uni.createFrom()
                .deferred(() -> flow.draft(clerk, TermsCheck.read(form)))
                .map(id -> Html.to(PLACE + "/drafts/" + id + "?done=bank.drafted"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> BankDesk.again((Refusal) failure, refused -> form(refused.status(), form.refused(refused))));
    }

    @GET
    @Path("/drafts/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, Ids.of(id), Form.empty());
    }

    private Uni<Response> page(int status, UUID id, Form form) {
        Caller clerk = desk.caller();
        return flow.one(clerk, id).chain(draft -> flow.current(clerk).chain(current -> lines(clerk, draft)
                .chain(lines -> Html.page(status, BankDeskTemplates.draft(
                        desk.frame(), draft, current, kindLines(draft, current.terms()), lines, form)))));
    }

    /** Each kind with its name, in the draft or as it was. */
    private static List<SimulatedKind> kindLines(RulesDraft draft, BankTerms current) {
        if (draft.result() == null) {
            return List.of();
        }
        return draft.result().kinds().stream()
                .map(one -> new SimulatedKind(one, draft.terms().kind(one.kind())
                        .or(() -> current.kind(one.kind()))
                        .map(kind -> kind.name())
                        .orElseGet(() -> Messages.get("bank.formerKind"))))
                .toList();
    }

    private Uni<List<SimulatedBudget>> lines(Caller clerk, RulesDraft draft) {
        List<Simulated.OfBudget> all = draft.result() == null ? List.of() : draft.result().budgets();
        return sql.inTx(clerk.tenant(), connection -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> one.budget() == null
                        ? Uni.createFrom().item(new SimulatedBudget(one, Messages.get("bank.noBudgetThen")))
                        : budgets.find(connection, clerk.tenant(), one.budget()).map(found -> new SimulatedBudget(
                                one, found.map(it -> it.sponsor() + " · " + it.name()).orElse(""))))
                .collect()
                .asList());
    }

    /** Ticks while a simulation goes on: the page fetches itself anew. */
    @GET
    @Path("/drafts/{id}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(@PathParam("id") String id, @Context Sse sse) {
        return flow.one(desk.caller(), Ids.of(id))
                .onItem()
                .transformToMulti(draft -> Multi.createFrom().ticks().every(TICK).onOverflow().drop())
                .map(tick -> sse.newEvent(""));
    }

    @POST
    @Path("/drafts/{id}/{act: simulation|effect|drop}")
    public Uni<Response> act(@PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        UUID draft = Ids.of(id);
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> done(draft, act, form))
                .map(ignored -> Html.to((act.equals("simulation") ? PLACE + "/drafts/" + draft : PLACE) + "?done=bank." + act))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> BankDesk.again(
                        (Refusal) failure, refused -> page(refused.status(), draft, form.refused(refused))));
    }

    private Uni<Void> done(UUID draft, String act, Form form) {
        return switch (act) {
            case "simulation" -> flow.simulate(desk.caller(), draft);
            case "effect" -> flow.putIntoEffect(desk.caller(), draft, day(form.value("from"))).replaceWithVoid();
            default -> flow.drop(desk.caller(), draft);
        };
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
