package cn.shiyu.mediation.mini;

import cn.shiyu.mediation.MarketQueries;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.mediation.MediatorWish;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** 专家超市; for anyone. */
@Path("/mini/v1/mediators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "调解")
public class MediatorApi {

    @Inject
    CurrentCity city;

    @Inject
    MarketQueries queries;

    @GET
    @Operation(
            operationId = "mediators",
            summary = "专家超市",
            description = "sort 为 RECORD(达成率,缺省)、STARS、SOONEST 或 YEARS。")
    public Uni<Page<MediatorJson>> list(
            @RestQuery String shelf, @RestQuery String kind, @RestQuery String level, @RestQuery String language,
            @RestQuery String q, @RestQuery String sort, @RestQuery String after) {
        refuseUnlessOffered();
        return queries.page(city.get(), MediatorWish.of(shelf, kind, level, language, q, sort), after)
                .map(page -> page.map(MediatorJson::of));
    }

    @GET
    @Path("/{login}")
    @Operation(operationId = "mediator", summary = "一位调解员")
    public Uni<MediatorJson> one(@RestPath String login) {
        refuseUnlessOffered();
        return queries.one(city.get(), login).map(MediatorJson::of);
    }

    private void refuseUnlessOffered() {
        if (!MediationSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
    }
}
