package cn.shiyu.open311.exchange;

import cn.shiyu.casework.PublicCase;
import cn.shiyu.open311.Open311Settings;
import cn.shiyu.open311.RequestQueries;
import cn.shiyu.open311.RequestSearch;
import cn.shiyu.open311.Service;
import cn.shiyu.open311.ServiceCatalogue;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The reading of requests: lists, one by its id, and the id behind a token. */
@Path("/open311/v2")
public class RequestLists {

    /** The parameters of a list, as the standard and its usual extension name them. */
    public record Filters(
            @RestQuery("service_code") String serviceCode,
            @RestQuery("start_date") String startDate,
            @RestQuery("end_date") String endDate,
            @RestQuery("status") String status,
            @RestQuery("page") String page,
            @RestQuery("page_size") String pageSize) {}

    @Inject
    Counter counter;

    @Inject
    RequestQueries requests;

    @Inject
    ServiceCatalogue services;

    @Inject
    Replies replies;

    @Inject
    RoutingContext request;

    @Inject
    Clock clock;

    /** Ids override every other filter. */
    @GET
    @Path("/requests{ending:(\\.json|\\.xml)?}")
    public Uni<Response> list(
            @RestQuery("jurisdiction_id") String jurisdiction,
            @RestQuery("api_key") String apiKey,
            @RestQuery("service_request_id") String ids,
            @BeanParam Filters filters) {
        return counter.reading(jurisdiction)
                .chain(city -> found(city, apiKey, ids, filters).map(list -> reply(city, list)));
    }

    private Uni<List<PublicCase>> found(City city, String apiKey, String ids, Filters filters) {
        List<String> wanted = RequestSearch.ids(ids);
        if (!wanted.isEmpty()) {
            return requests.byIds(city, apiKey, wanted);
        }
        RequestSearch search = new RequestSearch(
                filters.serviceCode(),
                filters.startDate(),
                filters.endDate(),
                filters.status(),
                filters.page(),
                filters.pageSize());
        return requests.search(city, search.read(city, services, clock.instant()));
    }

    /** One is a list of one. */
    @GET
    @Path("/requests/{id}")
    public Uni<Response> one(
            @RestQuery("jurisdiction_id") String jurisdiction,
            @RestQuery("api_key") String apiKey,
            @RestPath String id) {
        return counter.reading(jurisdiction)
                .chain(city -> requests.byId(city, apiKey, Format.bare(id)).map(found -> reply(city, List.of(found))));
    }

    @GET
    @Path("/tokens/{token}")
    public Uni<Response> token(
            @RestQuery("jurisdiction_id") String jurisdiction,
            @RestQuery("api_key") String apiKey,
            @RestPath String token) {
        return counter.reading(jurisdiction)
                .chain(city -> requests.byToken(city, apiKey, Format.bare(token)))
                .map(id -> List.of(new Wire.Token(id, Format.bare(token))))
                .map(list -> replies.with(request, 200, "service_requests", list));
    }

    private Response reply(City city, List<PublicCase> found) {
        Integer decimals = Open311Settings.of(city).pointDecimals();
        return replies.with(
                request,
                200,
                "service_requests",
                found.stream()
                        .map(one -> Wording.request(one, name(city, one), decimals))
                        .toList());
    }

    /** A topic that has left the city's list keeps the name it had. */
    private String name(City city, PublicCase one) {
        return services.find(city, one.categoryCode()).map(Service::name).orElse(one.category());
    }
}
