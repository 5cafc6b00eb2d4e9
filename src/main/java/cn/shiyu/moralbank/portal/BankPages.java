package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.award.BankTerms;
import cn.shiyu.moralbank.award.HistoryQueries;
import cn.shiyu.moralbank.award.RulesQueries;
import cn.shiyu.moralbank.member.JoinFlow;
import cn.shiyu.moralbank.member.LeaveFlow;
import cn.shiyu.moralbank.member.Standing;
import cn.shiyu.moralbank.member.StandingQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** 道德银行: what it is, joining it, what one has, leaving it. */
@Path(BankPages.PLACE)
public class BankPages {

    static final String PLACE = "/bank";

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    Regions regions;

    @Inject
    RulesQueries rules;

    @Inject
    StandingQueries standing;

    @Inject
    HistoryQueries history;

    @Inject
    JoinFlow joining;

    @Inject
    LeaveFlow leaving;

    @GET
    public Uni<Response> home(@QueryParam("after") String after) {
        offered();
        Caller asking = caller.get();
        return rules.current(city.get()).chain(version -> asking.isResident()
                ? standing.of(asking).chain(found -> found.isEmpty() ? welcome(version.terms()) : own(asking, found.get(), version.terms(), after))
                : welcome(version.terms()));
    }

    private static Uni<Response> welcome(BankTerms terms) {
        return Html.page(BankTemplates.welcome(terms));
    }

    private Uni<Response> own(Caller resident, Standing it, BankTerms terms, String after) {
        return history.own(resident, after).chain(page -> Html.page(BankTemplates.home(it, place(it), page, terms, after)));
    }

    private String place(Standing it) {
        return regions.of(city.get()).find(it.member().region()).map(one -> one.fullName()).orElse("");
    }

    @GET
    @Path("/join")
    @Authenticated
    public Uni<Response> joinForm(@QueryParam("township") String township) {
        offered();
        return standing.of(caller.resident()).chain(found -> found.isPresent()
                ? Uni.createFrom().item(Html.to(PLACE))
                : join(200, Form.empty().with("township", township)));
    }

    private Uni<Response> join(int status, Form form) {
        RegionTree tree = regions.of(city.get());
        List<Choice> townships = tree.ofLevel(RegionLevel.TOWNSHIP).stream()
                .map(one -> new Choice(one.code(), one.fullName()))
                .toList();
        List<Choice> villages = tree.children(form.value("township")).stream()
                .map(one -> new Choice(one.code(), one.name()))
                .toList();
        return Html.page(status, BankTemplates.join(form, townships, villages));
    }

    @POST
    @Path("/join")
    @Authenticated
    public Uni<Response> join(MultivaluedMap<String, String> typed) {
        offered();
        Form form = Form.of(typed);
        String region = form.value("village").isBlank() ? form.value("township") : form.value("village");
        return Uni.createFrom()
                .deferred(() -> joining.join(caller.resident(), form.value("name"), region, form.has("agreed", "true")))
                .map(member -> Html.to(PLACE + "?done=bank.joined"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return switch (refused.status()) {
                        case 409 -> Uni.createFrom().item(Html.to(PLACE));
                        case 422 -> join(422, form.refused(refused));
                        default -> Uni.createFrom().failure(refused);
                    };
                });
    }

    @GET
    @Path("/leave")
    @Authenticated
    public Uni<Response> leaveForm() {
        offered();
        return standing.of(caller.resident()).chain(found -> found.isPresent()
                ? Html.page(BankTemplates.leave(found.get()))
                : Uni.createFrom().item(Html.to(PLACE)));
    }

    /** Pressed twice, the second finds them gone already: what they wanted. */
    @POST
    @Path("/leave")
    @Authenticated
    public Uni<Response> leave() {
        return leaving.leave(caller.resident())
                .onFailure(failure -> failure instanceof Refusal refused && "not-a-member".equals(refused.code()))
                .recoverWithNull()
                .replaceWith(() -> Html.to(PLACE + "?done=bank.left"));
    }

    private void offered() {
        if (!BankSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
    }
}
