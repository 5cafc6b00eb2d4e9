package cn.shiyu.casework.portal;

import cn.shiyu.casework.MyCases;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** 我的诉求: the list, and one case with all that happened to it. */
@Path("/cases")
@Authenticated
public class CasePages {

    @Inject
    CurrentCaller caller;

    @Inject
    MyCases mine;

    @Inject
    CaseShow show;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return mine.of(caller.resident(), after).chain(page -> Html.page(CaseTemplates.list(page, after)));
    }

    @GET
    @Path("/{number}")
    public Uni<Response> one(@PathParam("number") String number) {
        return show.page(200, caller.resident(), number, Form.empty(), "");
    }
}
