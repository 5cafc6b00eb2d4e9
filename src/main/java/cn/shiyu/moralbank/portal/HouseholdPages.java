package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.HistoryLine;
import cn.shiyu.moralbank.award.HistoryQueries;
import cn.shiyu.moralbank.household.Household;
import cn.shiyu.moralbank.household.HouseholdExit;
import cn.shiyu.moralbank.household.HouseholdFlow;
import cn.shiyu.moralbank.household.Households;
import cn.shiyu.moralbank.member.StandingQueries;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 家庭共用: a member's household. */
@Path(HouseholdPages.PLACE)
@Authenticated
public class HouseholdPages {

    static final String PLACE = "/bank/household";

    @Inject
    CurrentCaller caller;

    @Inject
    StandingQueries standing;

    @Inject
    Households households;

    @Inject
    HistoryQueries history;

    @Inject
    HouseholdFlow flow;

    @Inject
    HouseholdExit exit;

    @GET
    public Uni<Response> page(@QueryParam("after") String after) {
        return page(200, Form.empty(), after);
    }

    private Uni<Response> page(int status, Form form, String after) {
        Caller resident = caller.resident();
        return standing.of(resident).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(Html.to(BankPages.PLACE))
                : households.own(resident).chain(own -> moved(resident, own, after).chain(moves -> Html.page(
                        status, BankTemplates.household(
                                own.orElse(null), found.get().points(), form, IdempotencyKey.fresh().value(), moves, after)))));
    }

    private Uni<Page<HistoryLine>> moved(Caller resident, Optional<Household> own, String after) {
        return own.filter(Household::confirmed).isPresent()
                ? history.household(resident, after)
                : Uni.createFrom().item(new Page<>(List.of(), null));
    }

    @POST
    @Path("/{act: founding|code|request|yes|no|contribution|exit}")
    public Uni<Response> act(@PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> done(act, form))
                .map(ignored -> Html.to(PLACE + "?done=bank." + act + "InHousehold"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return refused.status() == 422 || refused.status() == 409
                            ? page(refused.status(), form.refused(refused), null)
                            : Uni.createFrom().failure(refused);
                });
    }

    private Uni<Void> done(String act, Form form) {
        Caller resident = caller.resident();
        return switch (act) {
            case "founding" -> flow.found(resident, form.value("name"));
            case "code" -> flow.code(resident);
            case "request" -> flow.ask(resident, form.value("code"));
            case "yes", "no" -> flow.answer(resident, account(form.value("who")), act.equals("yes"));
            case "contribution" -> flow.contribute(resident, IdempotencyKey.of(form.value("idempotencyKey")), form.value("points"));
            default -> exit.leave(resident);
        };
    }

    private static UUID account(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
