package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDrafts;
import cn.shiyu.casework.CaseQueries;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.web.Html;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Where a report (我要反映) begins and ends: why one signs in, what is half-written, and the number at last. */
@Path("/report")
public class ReportPages {

    @Inject
    CurrentCaller caller;

    @Inject
    CaseDrafts drafts;

    @Inject
    CaseQueries cases;

    @GET
    public Uni<Response> start() {
        if (!caller.get().isResident()) {
            return Html.page(ReportTemplates.start(false, null));
        }
        return drafts.of(caller.get()).chain(draft -> Html.page(ReportTemplates.start(true, draft)));
    }

    /** 重新开始: what was typed so far is forgotten, after the page asked twice. */
    @POST
    @Path("/restart")
    @Authenticated
    public Uni<Response> restart() {
        return drafts.discard(caller.resident()).map(ignored -> Html.to(ReportStep.KIND.path()));
    }

    /** The receipt: may be loaded again, printed, and opened from another device. */
    @GET
    @Path("/done/{number}")
    @Authenticated
    public Uni<Response> done(@PathParam("number") String number) {
        return cases.byNumber(caller.resident(), number).chain(view -> Html.page(ReportTemplates.done(view)));
    }
}
