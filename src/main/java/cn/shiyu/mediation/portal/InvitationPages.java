package cn.shiyu.mediation.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.mediation.InvitationFlow;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Where the link leads that the other party gets: the least that lets them decide to sign in. */
@Path("/invitations")
public class InvitationPages {

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    InvitationFlow flow;

    @GET
    @Path("/{token}")
    public Uni<Response> look(@PathParam("token") String token) {
        return page(200, token, Form.empty());
    }

    private Uni<Response> page(int status, String token, Form form) {
        return flow.glance(city.get(), token).chain(glance -> Html.page(status, MediationTemplates.invitation(
                glance, form, caller.get().isResident(), "/invitations/" + token, "/login?next=/invitations/" + token)));
    }

    @POST
    @Path("/{token}")
    public Uni<Response> open(@PathParam("token") String token, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> flow.open(caller.resident(), token, form.value("digits")))
                .map(id -> Html.to(MediationPages.PLACE + id))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    boolean shown = refused.status() == 422 || refused.status() == 409 || refused.status() == 410;
                    return shown ? page(refused.status(), token, form.refused(refused)) : Uni.createFrom().failure(refused);
                });
    }
}
