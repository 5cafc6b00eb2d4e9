package cn.shiyu.open311.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** Writes an answer in the format asked for. Nothing is cached: what is public now may not be later. */
@ApplicationScoped
class Replies {

    @Inject
    ObjectMapper json;

    /** @param root what it is called in XML */
    Response with(RoutingContext request, int status, String root, Object answer) {
        Format format = Format.of(request);
        return Response.status(status)
                .header("Content-Type", format.mediaType())
                .header("Cache-Control", "no-store")
                .entity(text(format, root, answer))
                .build();
    }

    String text(Format format, String root, Object answer) {
        try {
            return format == Format.XML ? Xml.of(root, json.valueToTree(answer)) : json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are always JSON", e);
        }
    }
}
