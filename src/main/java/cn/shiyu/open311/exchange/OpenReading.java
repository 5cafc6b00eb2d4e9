package cn.shiyu.open311.exchange;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Pages of civic apps may read from a browser (CORS): it is public, and no cookie is asked for. Filing is for servers; from a page
 * the key would be everybody's, and {@code CrossSiteGuard} turns it away.
 */
@ApplicationScoped
class OpenReading {

    /** After the door and the other headers, before whatever answers. */
    private static final int AFTER_THE_HEADERS = 890;

    void register(@Observes Filters filters) {
        filters.register(OpenReading::allow, AFTER_THE_HEADERS);
    }

    private static void allow(RoutingContext request) {
        boolean reading = request.request().method().equals(HttpMethod.GET)
                || request.request().method().equals(HttpMethod.HEAD);
        if (reading && request.normalizedPath().startsWith("/open311/")) {
            request.response().putHeader("Access-Control-Allow-Origin", "*");
        }
        request.next();
    }
}
