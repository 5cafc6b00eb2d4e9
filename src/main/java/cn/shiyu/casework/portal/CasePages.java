package cn.shiyu.casework.portal;

import cn.shiyu.casework.MyCases;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.search.SearchTerms;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

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
    public Uni<Response> list(
            @QueryParam(SearchTerms.FIELD) @DefaultValue("") String q, @QueryParam("after") String after) {
        Form form = Form.empty().with(SearchTerms.FIELD, q.replace("\0", "").strip());
        return Uni.createFrom()
                .item(() -> SearchTerms.of(q))
                .chain(terms -> mine.of(caller.resident(), terms, after)
                        .chain(page -> Html.page(CaseTemplates.list(page, terms, form, after))))
                .onFailure(SearchTerms::isFaulty)
                .recoverWithUni(refused -> refused(form.refused((Refusal) refused)));
    }

    private static Uni<Response> refused(Form form) {
        return Html.page(422, CaseTemplates.list(new Page<>(List.of(), null), SearchTerms.NONE, form, null));
    }

    @GET
    @Path("/{number}")
    public Uni<Response> one(@PathParam("number") String number) {
        return show.page(200, caller.resident(), number, Form.empty(), "");
    }
}
