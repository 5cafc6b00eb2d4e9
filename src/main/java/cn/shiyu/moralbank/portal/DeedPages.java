package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.deed.ClaimFlow;
import cn.shiyu.moralbank.deed.DeedQueries;
import cn.shiyu.moralbank.deed.ReviewFlow;
import cn.shiyu.moralbank.deed.Tale;
import cn.shiyu.moralbank.deed.TellFlow;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 好人好事 for residents: tell of one, accept what others told, appeal. */
@Path("/bank/deeds")
@Authenticated
public class DeedPages {

    private static final String PLACE = "/bank/deeds";

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    DeedQueries queries;

    @Inject
    TellFlow telling;

    @Inject
    ClaimFlow claiming;

    @Inject
    ReviewFlow reviewing;

    @Inject
    Regions regions;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return queries.own(caller.resident(), after).chain(page -> Html.page(DeedTemplates.deeds(page, after)));
    }

    @GET
    @Path("/new")
    public Uni<Response> form() {
        caller.resident();
        return telling(200, Form.empty().with("idempotencyKey", IdempotencyKey.fresh().value()));
    }

    private Uni<Response> telling(int status, Form form) {
        List<Choice> kinds = VolunteeringSettings.of(city.get()).deeds().stream()
                .map(kind -> new Choice(kind.code(), kind.name()))
                .toList();
        RegionChoices choices = RegionChoices.of(regions.of(city.get()), city.get().regionCode(), form.value("township"));
        return Html.page(status, DeedTemplates.tell(form, kinds, choices));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> tell(
            @RestForm String idempotencyKey, @RestForm String kind, @RestForm String township, @RestForm String village,
            @RestForm String day, @RestForm String words, @RestForm String phone, @RestForm("photos") List<FileUpload> photos) {
        Form form = Form.empty().with("idempotencyKey", idempotencyKey).with("kind", kind).with("township", township)
                .with("village", village).with("day", day).with("words", words).with("phone", phone);
        Tale tale = new Tale(kind, form.value("village").isBlank() ? township : village, day, words, phone);
        return Uni.createFrom()
                .deferred(() -> telling.tell(caller.resident(), IdempotencyKey.of(idempotencyKey), tale, photos == null ? List.of() : photos))
                .chain(told -> told.claim() == null
                        ? Uni.createFrom().item(Html.to(PLACE + "/" + told.id() + "?done=earn.told"))
                        // Shown this once and in no address: whoever has the code and the phone number is who did it.
                        : Html.page(DeedTemplates.told(told.id(), told.claim())))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ActivityPages.passedOn((Refusal) failure)
                        ? Uni.createFrom().failure(failure)
                        : telling(((Refusal) failure).status(), form.refused((Refusal) failure)));
    }

    @GET
    @Path("/claim")
    public Uni<Response> claim() {
        caller.resident();
        return Html.page(DeedTemplates.claim(Form.empty()));
    }

    @POST
    @Path("/claim")
    public Uni<Response> claimed(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        boolean accepts = !form.has("act", "decline");
        return claiming.claim(caller.resident(), form.value("code"), form.value("phone"), accepts)
                .map(id -> Html.to(accepts ? PLACE + "/" + id + "?done=earn.claimed" : PLACE + "?done=earn.declined"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ActivityPages.passedOn((Refusal) failure)
                        ? Uni.createFrom().failure(failure)
                        : Html.page(((Refusal) failure).status(), DeedTemplates.claim(form.refused((Refusal) failure))));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty());
    }

    private Uni<Response> page(int status, String id, Form form) {
        return queries.one(caller.resident(), Ids.of(id)).chain(it -> Html.page(status, DeedTemplates.deed(it, form)));
    }

    @POST
    @Path("/{id}/{act: withdrawal|appeal}")
    public Uni<Response> act(@PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> act.equals("appeal")
                        ? reviewing.appeal(caller.resident(), Ids.of(id), form.value("words"))
                        : claiming.withdraw(caller.resident(), Ids.of(id)))
                .map(done -> Html.to(PLACE + "/" + id + (act.equals("appeal") ? "?done=earn.appealed" : "?done=earn.takenBack")))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ActivityPages.passedOn((Refusal) failure)
                        ? Uni.createFrom().failure(failure)
                        : page(((Refusal) failure).status(), id, form.refused((Refusal) failure)));
    }
}
