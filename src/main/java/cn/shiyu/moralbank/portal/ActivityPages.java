package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.volunteering.ActivityQueries;
import cn.shiyu.moralbank.volunteering.CheckFlow;
import cn.shiyu.moralbank.volunteering.Direction;
import cn.shiyu.moralbank.volunteering.SignUpFlow;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** 志愿活动 for residents: look for one, sign up, check in and out. Looking is open to anyone. */
@Path("/bank/activities")
public class ActivityPages {

    private static final String PLACE = "/bank/activities";

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    ActivityQueries queries;

    @Inject
    SignUpFlow signing;

    @Inject
    CheckFlow checking;

    @Inject
    Regions regions;

    @GET
    public Uni<Response> list(
            @QueryParam("township") String township, @QueryParam("village") String village, @QueryParam("day") String day,
            @QueryParam("free") String free, @QueryParam("after") String after) {
        Form form = Form.empty().with("township", township).with("village", village).with("day", day).with("free", free);
        RegionChoices choices = RegionChoices.of(regions.of(city.get()), city.get().regionCode(), form.value("township"));
        return queries.open(city.get(), filter(form), after)
                .chain(page -> Html.page(EarnTemplates.activities(page, choices, form, here(form), after)))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> queries.open(city.get(), new ActivityQueries.Filter(null, null, false), null)
                        .chain(page -> Html.page(422, EarnTemplates.activities(
                                page, choices, form.refused((Refusal) failure), PLACE, null))));
    }

    private static ActivityQueries.Filter filter(Form form) {
        String region = form.value("village").isBlank() ? form.value("township") : form.value("village");
        return new ActivityQueries.Filter(region, form.value("day"), form.has("free", "true"));
    }

    private static String here(Form form) {
        return Filters.address(PLACE, form, "township", "village", "day", "free");
    }

    @GET
    @Path("/own")
    @Authenticated
    public Uni<Response> own(@QueryParam("after") String after) {
        return queries.own(caller.resident(), after).chain(page -> Html.page(EarnTemplates.ownActivities(page, after)));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty());
    }

    private Uni<Response> page(int status, String id, Form form) {
        return queries.one(caller.get(), Ids.of(id))
                .chain(it -> Html.page(status, EarnTemplates.activity(it, form, IdempotencyKey.fresh().value(), caller.get().isResident())));
    }

    @POST
    @Path("/{id}/place")
    @Authenticated
    public Uni<Response> signUp(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        return signing.signUp(caller.resident(), IdempotencyKey.of(typed.getFirst("idempotencyKey")), Ids.of(id))
                .map(done -> Html.to(PLACE + "/" + id + (done.reference().equals("SIGNED") ? "?done=earn.signedUp" : "?done=earn.waiting")))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> back((Refusal) failure, id, Form.empty()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Authenticated
    public Uni<Response> withdraw(@PathParam("id") String id) {
        return signing.withdraw(caller.resident(), Ids.of(id))
                .map(done -> Html.to(PLACE + "/" + id + "?done=earn.withdrawn"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> back((Refusal) failure, id, Form.empty()));
    }

    /** Where the code on the screen leads; it does nothing until its reader presses the button. */
    @GET
    @Path("/{id}/check")
    @Authenticated
    public Uni<Response> check(
            @PathParam("id") String id, @QueryParam("d") String direction, @QueryParam("c") String code,
            @CookieParam(PhoneAtHand.COOKIE) String phone) {
        caller.resident();
        Form form = Form.empty().with("direction", Direction.OUT.name().equals(direction) ? "OUT" : "IN").with("code", code);
        return checkPage(200, id, form).map(page -> PhoneAtHand.remembered(page, phone));
    }

    private Uni<Response> checkPage(int status, String id, Form form) {
        return queries.one(caller.resident(), Ids.of(id))
                .chain(it -> Html.page(status, EarnTemplates.check(it, form, IdempotencyKey.fresh().value())));
    }

    @POST
    @Path("/{id}/check")
    @Authenticated
    public Uni<Response> checked(
            @PathParam("id") String id, @CookieParam(PhoneAtHand.COOKIE) String phone, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        Direction direction = form.value("direction").equals("OUT") ? Direction.OUT : Direction.IN;
        IdempotencyKey key = IdempotencyKey.of(form.value("idempotencyKey"));
        return checking.check(caller.resident(), key, Ids.of(id), direction, form.value("code"), phone)
                .map(done -> Html.to(PLACE + "/" + id + (direction == Direction.IN ? "?done=earn.checkedIn" : "?done=earn.checkedOut")))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> passedOn((Refusal) failure)
                        ? Uni.createFrom().failure(failure)
                        : checkPage(((Refusal) failure).status(), id, form.refused((Refusal) failure)));
    }

    private Uni<Response> back(Refusal refused, String id, Form form) {
        return passedOn(refused) ? Uni.createFrom().failure(refused) : page(refused.status(), id, form.refused(refused));
    }

    static boolean passedOn(Refusal refused) {
        return refused.status() == 404 || refused.status() == 401 || refused.status() == 403;
    }
}
