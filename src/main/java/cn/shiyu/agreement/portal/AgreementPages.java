package cn.shiyu.agreement.portal;

import cn.shiyu.agreement.AgreementQueries;
import cn.shiyu.agreement.ConfirmFlow;
import cn.shiyu.agreement.DraftFlow;
import cn.shiyu.agreement.DutyFlow;
import cn.shiyu.agreement.SignFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** 调解协议书: a party reads, signs, reports what it did, and asks for a court's confirmation. */
@Path("/agreements")
@Authenticated
public class AgreementPages {

    private static final String PLACE = "/agreements/";

    @Inject
    CurrentCaller caller;

    @Inject
    AgreementQueries queries;

    @Inject
    SignFlow signing;

    @Inject
    DraftFlow drafts;

    @Inject
    DutyFlow duties;

    @Inject
    ConfirmFlow confirming;

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, id, Form.empty(), "");
    }

    private Uni<Response> page(int status, String id, Form form, String act) {
        return queries.one(caller.resident(), id(id))
                .chain(it -> Html.page(status, AgreementTemplates.show(it, form, act)));
    }

    @GET
    @Path("/{id}/agreement.pdf")
    public Uni<Response> paper(@PathParam("id") String id) {
        return queries.paper(caller.resident(), id(id)).map(AgreementPages::pdf);
    }

    @GET
    @Path("/{id}/confirmation.pdf")
    public Uni<Response> application(@PathParam("id") String id) {
        return queries.application(caller.resident(), id(id)).map(AgreementPages::pdf);
    }

    private static Response pdf(byte[] bytes) {
        return Response.ok(bytes, "application/pdf").header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/{id}/{act: code|signature|objection|confirmation}")
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return answered(id, act, form, Uni.createFrom().deferred(() -> done(id(id), act, form)));
    }

    private Uni<Void> done(UUID id, String act, Form form) {
        Caller resident = caller.resident();
        return switch (act) {
            case "code" -> signing.sendCode(resident, id);
            case "signature" -> signing.sign(
                    resident, id, form.value("code"), form.value("picture"), form.value("signature"));
            case "objection" -> drafts.takeBack(resident, id);
            default -> confirming.want(resident, id);
        };
    }

    @POST
    @Path("/{id}/duties/{place: [0-9]{1,2}}/{act: report|receipt|denial}")
    public Uni<Response> duty(
            @PathParam("id") String id, @PathParam("place") int place, @PathParam("act") String act) {
        return answered(id, act, Form.empty(), Uni.createFrom().deferred(() -> switch (act) {
            case "report" -> duties.report(caller.resident(), id(id), place);
            case "receipt" -> duties.acknowledge(caller.resident(), id(id), place);
            default -> duties.deny(caller.resident(), id(id), place);
        }));
    }

    private Uni<Response> answered(String id, String act, Form form, Uni<Void> done) {
        return done.map(ok -> Html.to(PLACE + id + "?done=agreement." + act + (act.equals("code") ? "#sign" : "")))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return refused.status() == 404 || refused.status() == 403 || refused.status() == 401
                            ? Uni.createFrom().failure(refused)
                            : page(refused.status(), id, form.refused(refused), act);
                });
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
