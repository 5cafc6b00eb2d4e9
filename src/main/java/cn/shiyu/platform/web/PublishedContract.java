package cn.shiyu.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Keeps the published contract to what our own clients call; pages for people are no contract, and what lies under
 * {@code /open311/} has one already: the standard's.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PublishedContract implements OASFilter {

    private static final List<String> FOR_PROGRAMS = List.of("/mini/", "/api/");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null || contract.getPaths().getPathItems() == null) {
            return;
        }
        for (String path : new ArrayList<>(contract.getPaths().getPathItems().keySet())) {
            if (FOR_PROGRAMS.stream().noneMatch(path::startsWith)) {
                contract.getPaths().removePathItem(path);
            }
        }
        Set<String> used = UsedSchemas.of(contract);
        contract.getComponents().getSchemas().keySet().stream()
                .filter(name -> !used.contains(name))
                .toList()
                .forEach(contract.getComponents()::removeSchema);
    }
}
