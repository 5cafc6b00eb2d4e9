package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The box for a number read over the phone or copied from a letter. */
@Path("/console/cases")
public class CaseFinder {

    @Inject
    StaffDesk desk;

    @Inject
    CaseQueries cases;

    @GET
    public Uni<Response> find(@QueryParam("number") @DefaultValue("") String number) {
        if (number.isBlank()) {
            return Uni.createFrom().item(Html.to("/console"));
        }
        return cases.byNumber(desk.caller(), number)
                .map(view -> Html.to("/console/cases/" + view.number()))
                .onFailure(Refusal.class)
                .recoverWithUni(() -> notFound(number));
    }

    private Uni<Response> notFound(String number) {
        Form form = Form.empty().with("number", number).wrong("number", Messages.get("console.find.none"));
        return Html.page(404, QueueTemplates.find(desk.frame(), form));
    }
}
