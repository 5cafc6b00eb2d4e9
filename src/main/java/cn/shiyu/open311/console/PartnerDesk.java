package cn.shiyu.open311.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.open311.NewPartner;
import cn.shiyu.open311.Open311Settings;
import cn.shiyu.open311.PartnerKeyFlow;
import cn.shiyu.open311.PartnerKeyFlow.Issued;
import cn.shiyu.open311.PartnerKeyQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
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
import java.util.UUID;

/** 开放接口: the city's administrator gives keys to other systems, renews and revokes them. */
@Path(PartnerDesk.PLACE)
public class PartnerDesk {

    static final String PLACE = "/console/open311";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    PartnerKeyQueries keys;

    @Inject
    PartnerKeyFlow flow;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        Form form = Form.empty()
                .with("perMinute", Open311Settings.of(city.get()).postsPerMinute())
                .with("idempotencyKey", IdempotencyKey.fresh().value());
        return page(200, form, after);
    }

    private Uni<Response> page(int status, Form form, String after) {
        Caller admin = desk.caller();
        refuseUnlessOffered();
        String shown = after == null || after.isBlank() ? null : after;
        String again = IdempotencyKey.fresh().value();
        String endpoint = "/open311/v2/discovery.json";
        return keys.page(admin, shown)
                .chain(page ->
                        Html.page(status, PartnerTemplates.keys(desk.frame(), page, form, again, shown, endpoint)));
    }

    private void refuseUnlessOffered() {
        if (!Open311Settings.of(city.get()).enabled()) {
            throw Refusal.notFound();
        }
    }

    /** The answer is the page with the key itself: a key must not stand in an address, and is shown this once. */
    @POST
    @Path("/keys")
    public Uni<Response> issue(MultivaluedMap<String, String> typed) {
        refuseUnlessOffered();
        Form form = Form.of(typed);
        NewPartner partner = new NewPartner(form.value("name"), form.value("contact"), form.value("perMinute"));
        return Uni.createFrom()
                .deferred(() -> flow.issue(desk.caller(), once(form), partner))
                .chain(this::shown)
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> again(form, (Refusal) refused));
    }

    @POST
    @Path("/keys/{id}/renewal")
    public Uni<Response> renew(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        refuseUnlessOffered();
        return flow.renew(desk.caller(), once(Form.of(typed)), key(id)).chain(this::shown);
    }

    @POST
    @Path("/keys/{id}/revocation")
    public Uni<Response> revoke(@PathParam("id") String id) {
        refuseUnlessOffered();
        return flow.revoke(desk.caller(), key(id)).replaceWith(() -> Html.to(PLACE + "?done=open311.revoked"));
    }

    /** The same form sent again: the key is there, but was shown already. */
    private Uni<Response> shown(Issued issued) {
        return issued.secret() == null
                ? Uni.createFrom().item(Html.to(PLACE + "?done=open311.issuedBefore"))
                : Html.page(PartnerTemplates.issued(desk.frame(), issued));
    }

    private Uni<Response> again(Form form, Refusal refusal) {
        return refusal.status() == 403
                ? Uni.createFrom().failure(refusal)
                : page(refusal.status(), form.refused(refusal), null);
    }

    private static IdempotencyKey once(Form form) {
        return IdempotencyKey.of(form.value("idempotencyKey"));
    }

    private static UUID key(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
