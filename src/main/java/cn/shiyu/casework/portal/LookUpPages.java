package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseQueries;
import cn.shiyu.casework.CaseView;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;

/**
 * 进度查询: a case by its number and code, without signing in. The code travels in the body, never in an address, where logs and
 * histories would keep it; so the answer is the page itself.
 */
@Path("/lookup")
public class LookUpPages {

    /** Enough to mistype; a guesser needs some 2^39 tries for one case. */
    private static final int TRIES = 10;
    /** Enough for a village office that helps many; whole streets may share one address. */
    private static final int TRIES_OF_ADDRESS = 120;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    CurrentCity city;

    @Inject
    CaseQueries cases;

    @Inject
    RateLimiter limiter;

    @Inject
    RoutingContext request;

    @GET
    public Uni<Response> form() {
        return Html.page(CaseTemplates.lookUp(Form.empty()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> find(MultivaluedMap<String, String> typed) {
        Form form = empty(Form.of(typed));
        if (form.failed()) {
            return Html.page(422, CaseTemplates.lookUp(form));
        }
        return admit(form)
                .chain(() -> look(form))
                .chain(view -> Html.page(CaseTemplates.found(CaseStory.ofCodeHolder(view))))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> refused(form, (Refusal) refused));
    }

    private static Form empty(Form form) {
        Form checked = form.value("number").isBlank() ? form.wrong("number", Messages.get("mine.lookup.noNumber")) : form;
        return form.value("code").isBlank() ? checked.wrong("code", Messages.get("mine.lookup.noCode")) : checked;
    }

    private Uni<Void> admit(Form form) {
        String address = request.request().remoteAddress().host();
        String ofCase = address + "|" + form.value("number").strip().toUpperCase(Locale.ROOT);
        return limiter.admit(city.id(), "lookup-case", ofCase, TRIES, WINDOW)
                .chain(() -> limiter.admit(city.id(), "lookup", address, TRIES_OF_ADDRESS, WINDOW));
    }

    private Uni<CaseView> look(Form form) {
        return cases.lookUp(
                Caller.anyone(city.id(), Surface.PORTAL), form.value("number"), form.value("code"));
    }

    private static Uni<Response> refused(Form form, Refusal refusal) {
        Form back = refusal.status() == 404
                ? form.wrong("number", Messages.get("mine.lookup.nothing"))
                : form.refused(refusal);
        return Html.page(refusal.status(), CaseTemplates.lookUp(back));
    }
}
