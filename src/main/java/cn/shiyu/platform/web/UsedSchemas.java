package cn.shiyu.platform.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Finds the schemas that a contract's operations reach; what only pages return is no business of the contract's readers. */
final class UsedSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> all;
    private final Set<String> used = new HashSet<>();

    private UsedSchemas(Map<String, Schema> all) {
        this.all = all;
    }

    static Set<String> of(OpenAPI contract) {
        UsedSchemas schemas = new UsedSchemas(contract.getComponents().getSchemas());
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(UsedSchemas::contents)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(schemas::reach);
        return schemas.used;
    }

    private static Stream<Content> contents(Operation operation) {
        Stream<Content> asked = operation.getRequestBody() == null
                ? Stream.empty()
                : Stream.ofNullable(operation.getRequestBody().getContent());
        Stream<Content> answered = operation.getResponses().getAPIResponses().values().stream()
                .flatMap(response -> Stream.ofNullable(response.getContent()));
        return Stream.concat(asked, answered);
    }

    private void reach(Schema schema) {
        if (schema == null) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(PREFIX) && used.add(ref.substring(PREFIX.length()))) {
            reach(all.get(ref.substring(PREFIX.length())));
        }
        parts(schema).forEach(this::reach);
    }

    private static Stream<Schema> parts(Schema schema) {
        Stream<Schema> properties =
                schema.getProperties() == null ? Stream.empty() : schema.getProperties().values().stream();
        Stream<Schema> choices = Stream.of(orNone(schema.getAllOf()), orNone(schema.getAnyOf()), orNone(schema.getOneOf()))
                .flatMap(List::stream);
        return Stream.of(properties, Stream.ofNullable(schema.getItems()), choices).flatMap(part -> part);
    }

    private static List<Schema> orNone(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
