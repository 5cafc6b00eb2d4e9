package cn.shiyu.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the forms that pages send before anybody else does and keeps them with the request: whatever fails later, even finding
 * out who sent it, what was typed can be given back.
 */
@ApplicationScoped
class FormBodies {

    /** After it is decided who is let in at all; before authentication. */
    private static final int BEFORE_AUTHENTICATION = 940;

    @ConfigProperty(name = "shiyu.http.largest-text", defaultValue = "1M")
    MemorySize largestText;

    void register(@Observes Filters filters) {
        BodyHandler reader = BodyHandler.create(false).setBodyLimit(largestText.asLongValue());
        filters.register(request -> read(reader, request), BEFORE_AUTHENTICATION);
    }

    private static void read(BodyHandler reader, RoutingContext request) {
        boolean ofAPage = Preference.isPage(
                request.request().getHeader(HttpHeaders.ACCEPT), request.request().getHeader("HX-Request"));
        if (ofAPage && TypedForms.isOfWords(request.request())) {
            // Whoever comes next comes when all of it has been read.
            TypedForms.noteRead(request);
            reader.handle(request);
        } else {
            request.next();
        }
    }
}
