package cn.shiyu.tenancy;

import cn.shiyu.platform.logging.LogContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Where a request gets its city: from its host name, before anything else looks at it. An unknown host gets 404 and
 * nothing more; there is no default city.
 */
@ApplicationScoped
public class Door {

    private static final String CITY = "shiyu.city";
    /** Before authentication, which needs the city to know whom to ask. */
    private static final int BEFORE_ALL_OTHERS = 1000;

    @Inject
    CityDirectory cities;

    void register(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_ALL_OTHERS);
    }

    private void enter(RoutingContext request) {
        Optional<City> city = cities.byHost(host(request));
        if (city.isEmpty()) {
            turnAway(request);
            return;
        }
        request.put(CITY, city.get());
        LogContext.in(city.get().id());
        request.next();
    }

    private static String host(RoutingContext request) {
        HostAndPort authority = request.request().authority();
        return authority == null ? null : authority.host();
    }

    private static void turnAway(RoutingContext request) {
        // Probes and metrics come by address, not by a city's name, and see no city's data.
        if (request.normalizedPath().startsWith("/q/")) {
            request.next();
            return;
        }
        UnknownHost.answer(request);
    }

    /** The city whose door this request came through; empty only on management paths. */
    public static Optional<City> cityOf(RoutingContext request) {
        return Optional.ofNullable(request.get(CITY));
    }
}
