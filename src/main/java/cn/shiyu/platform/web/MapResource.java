package cn.shiyu.platform.web;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import cn.shiyu.tenancy.TenantFiles;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /map/shapes}: the outlines of the regions of the city whose host was asked (GeoJSON), drawn by the map itself. */
@Path("/map/shapes")
@NonBlocking
public class MapResource {

    @Inject
    CurrentCity city;

    @Inject
    TenantFiles files;

    private final Map<TenantId, Shapes> read = new ConcurrentHashMap<>();

    private record Shapes(byte[] json, EntityTag tag) {}

    @GET
    @Produces("application/geo+json")
    public Response shapes(@Context Request request) {
        Shapes shapes = read.computeIfAbsent(city.id(), id -> open(city.get()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(shapes.tag());
        Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(shapes.json());
        return answer.tag(shapes.tag())
                .header("Cache-Control", "public, max-age=86400")
                .build();
    }

    private Shapes open(City city) {
        try (InputStream file = files.open(city.section("map", MapSettings.class).shapes())) {
            byte[] json = file.readAllBytes();
            return new Shapes(json, new EntityTag(Digests.brief(json)));
        } catch (IOException e) {
            throw new UncheckedIOException("the map of " + city.id() + " cannot be drawn", e);
        }
    }
}
