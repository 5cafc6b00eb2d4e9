package cn.shiyu.region.portal;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Divisions level by level, for selects that depend on each other (js/cascade.js). */
@Path("/regions/{code}/children")
@NonBlocking
public class RegionLists {

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    /** One division to choose. */
    public record RegionChoice(String code, String name) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "下级区划", description = "按 12 位区划代码取下一级;不属于本市的代码为 404。")
    public List<RegionChoice> children(@PathParam("code") String code) {
        RegionTree tree = regions.of(city.get());
        tree.find(code).orElseThrow(Refusal::notFound);
        return tree.children(code).stream()
                .map(region -> new RegionChoice(region.code(), region.name()))
                .toList();
    }
}
