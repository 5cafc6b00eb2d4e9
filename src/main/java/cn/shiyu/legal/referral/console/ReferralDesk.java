package cn.shiyu.legal.referral.console;

import cn.shiyu.identity.Role;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.legal.Outcome;
import cn.shiyu.legal.referral.NewReferral;
import cn.shiyu.legal.referral.ReferralFlow;
import cn.shiyu.legal.referral.ReferralQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
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

/** 纠纷转办: the grid worker sends, the advisor takes. */
@Path(ReferralDesk.PLACE)
public class ReferralDesk {

    static final String PLACE = "/console/referrals";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    ReferralFlow flow;

    @Inject
    ReferralQueries queries;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return queries.page(desk.caller(), after).chain(page -> Html.page(ReferralTemplates.list(
                desk.frame(), page, desk.caller().holds(Role.GRID_WORKER), after)));
    }

    @GET
    @Path("/new")
    public Uni<Response> form() {
        return form(200, Form.empty().with("idempotencyKey", IdempotencyKey.fresh().value()));
    }

    private Uni<Response> form(int status, Form form) {
        RegionTree tree = regions.of(city.get());
        String township = form.value("township");
        return Html.page(status, ReferralTemplates.form(
                desk.frame(), form,
                LegalSettings.of(city.get()).fields().stream().map(one -> new Choice(one.code(), one.name())).toList(),
                tree.ofLevel(RegionLevel.TOWNSHIP).stream().map(ReferralDesk::choice).toList(),
                tree.find(township).isEmpty() ? List.of() : tree.children(township).stream().map(ReferralDesk::choice).toList()));
    }

    private static Choice choice(Region region) {
        return new Choice(region.code(), region.name());
    }

    @POST
    public Uni<Response> send(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        String village = form.value("village");
        return Uni.createFrom()
                .deferred(() -> flow.send(
                        desk.caller(), IdempotencyKey.of(form.value("idempotencyKey")),
                        new NewReferral(
                                form.value("field"), village.isBlank() ? form.value("township") : village, form.value("title"),
                                form.value("words"))))
                .map(id -> Html.to(PLACE + "/" + id + "?done=legal.referred"))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> ((Refusal) refused).status() == 422
                        ? form(422, form.refused((Refusal) refused))
                        : Uni.createFrom().failure(refused));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty(), "");
    }

    private Uni<Response> page(int status, String id, Form form, String act) {
        List<Choice> outcomes = Arrays.stream(Outcome.values())
                .map(one -> new Choice(one.name(), Messages.get("legal.outcome." + one)))
                .toList();
        return queries.one(desk.caller(), id(id))
                .chain(it -> Html.page(status, ReferralTemplates.show(desk.frame(), it, form, act, outcomes)));
    }

    @POST
    @Path("/{id}/{act: acceptance|declining|settlement|withdrawal}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> done(id(id), act, form))
                .map(done -> Html.to(PLACE + "/" + id + "?done=legal." + act))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return refused.status() == 404 || refused.status() == 403
                            ? Uni.createFrom().failure(refused)
                            : page(refused.status(), id, form.refused(refused), act);
                });
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        return switch (act) {
            case "acceptance" -> flow.take(desk.caller(), id);
            case "declining" -> flow.decline(desk.caller(), id, form.value("words"));
            case "settlement" -> flow.settle(desk.caller(), id, form.value("outcome"), form.value("words"));
            default -> flow.withdraw(desk.caller(), id);
        };
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
