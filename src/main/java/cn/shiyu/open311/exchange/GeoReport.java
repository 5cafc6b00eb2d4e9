package cn.shiyu.open311.exchange;

import cn.shiyu.open311.Open311Settings;
import cn.shiyu.open311.ReportFlow;
import cn.shiyu.open311.ReportForm;
import cn.shiyu.open311.ServiceCatalogue;
import cn.shiyu.open311.Unknown;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** What is offered, and the filing of a request. Every address may end in {@code .json} or {@code .xml}. */
@Path("/open311/v2")
public class GeoReport {

    /** When what discovery tells, or the shape of an answer, last changed. */
    private static final String CHANGESET = "2026-11-23T00:00:00+08:00";

    @Inject
    Counter counter;

    @Inject
    ServiceCatalogue services;

    @Inject
    ReportFlow reports;

    @Inject
    Replies replies;

    @Inject
    RoutingContext request;

    @GET
    @Path("/discovery{ending:(\\.json|\\.xml)?}")
    public Uni<Response> discovery(@RestQuery("jurisdiction_id") String jurisdiction) {
        return counter.reading(jurisdiction).map(city -> reply(200, "discovery", discovery(city)));
    }

    private Wire.Discovery discovery(City city) {
        Open311Settings settings = Open311Settings.of(city);
        Wire.Endpoint endpoint = new Wire.Endpoint(
                "http://wiki.open311.org/GeoReport_v2",
                counter.portal() + "/open311/v2",
                CHANGESET,
                "production",
                List.of("text/xml", "application/json"));
        return new Wire.Discovery(CHANGESET, settings.contact(), settings.keyService(), List.of(endpoint));
    }

    @GET
    @Path("/services{ending:(\\.json|\\.xml)?}")
    public Uni<Response> services(@RestQuery("jurisdiction_id") String jurisdiction) {
        return counter.reading(jurisdiction)
                .map(city -> services.all(city).stream().map(Wording::service).toList())
                .map(list -> reply(200, "services", list));
    }

    @GET
    @Path("/services/{code}")
    public Uni<Response> definition(@RestQuery("jurisdiction_id") String jurisdiction, @RestPath String code) {
        return counter.reading(jurisdiction)
                .map(city -> services.find(city, Format.bare(code)).orElseThrow(Unknown::service))
                .map(service -> reply(200, "service_definition", Wording.definition(service)));
    }

    @POST
    @Path("/requests{ending:(\\.json|\\.xml)?}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> file(
            MultivaluedMap<String, String> sent,
            @RestQuery("jurisdiction_id") String jurisdiction,
            @HeaderParam(IdempotencyKey.HEADER) String key) {
        return file(sent == null ? Map.of() : sent, jurisdiction, key);
    }

    @POST
    @Path("/requests{ending:(\\.json|\\.xml)?}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> fileParts(
            MultipartFormDataInput sent,
            @RestQuery("jurisdiction_id") String jurisdiction,
            @HeaderParam(IdempotencyKey.HEADER) String key) {
        return file(Parts.words(sent), jurisdiction, key);
    }

    private Uni<Response> file(Map<String, List<String>> sent, String jurisdiction, String key) {
        String meant = jurisdiction != null ? jurisdiction : first(sent, "jurisdiction_id");
        City city = counter.city(meant);
        return reports.file(city, apiKey(sent), key, ReportForm.of(sent))
                .map(receipt -> reply(201, "service_requests", List.of(Wording.filed(receipt, counter.portal()))));
    }

    /** Some clients put the key into the address, though the standard has it in the form. */
    private String apiKey(Map<String, List<String>> sent) {
        String inForm = first(sent, "api_key");
        return inForm != null ? inForm : request.request().getParam("api_key");
    }

    private static String first(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private Response reply(int status, String root, Object answer) {
        return replies.with(request, status, root, answer);
    }
}
