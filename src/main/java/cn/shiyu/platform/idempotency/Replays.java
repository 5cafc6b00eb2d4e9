package cn.shiyu.platform.idempotency;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells the sender, by a header, that an earlier request had done the work. */
@ApplicationScoped
class Replays {

    static final String HEADER = "Idempotency-Replayed";

    @Inject
    OfRequest request;

    @RequestScoped
    static class OfRequest {
        boolean replayed;
    }

    void mark() {
        // Jobs use keys too, and have no request to answer.
        if (Arc.container().requestContext().isActive()) {
            request.replayed = true;
        }
    }

    @ServerResponseFilter
    void tell(ContainerResponseContext response) {
        if (request.replayed) {
            response.getHeaders().putSingle(HEADER, "true");
        }
    }
}
