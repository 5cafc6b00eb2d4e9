package cn.shiyu.platform.web;

import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** {@code /theme.css}: the colours of the city whose host was asked. Pages name it with its version, so it may be kept. */
@Path("/theme.css")
@NonBlocking
public class ThemeResource {

    @Inject
    CurrentCity city;

    @GET
    @Produces("text/css;charset=UTF-8")
    public Response sheet(@Context Request request) {
        String sheet = city.get().section("theme", Theme.class).sheet();
        EntityTag tag = new EntityTag(Digests.brief(sheet));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(sheet);
        return answer.tag(tag).header("Cache-Control", "public, max-age=86400").build();
    }
}
