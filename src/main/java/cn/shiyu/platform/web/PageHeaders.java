package cn.shiyu.platform.web;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.Door;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What browsers are told with every answer: scripts, styles and data come from us alone, pictures also from the city's own
 * map tiles, nobody frames us. A resource that knows better (a file for download) sets its own policy afterwards.
 */
@ApplicationScoped
class PageHeaders {

    /** After the door, before everything that answers. */
    private static final int AFTER_THE_DOOR = 900;

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:%s; "
            + "media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<City, String> policies = new ConcurrentHashMap<>();

    void register(@Observes Filters filters) {
        filters.register(this::add, AFTER_THE_DOOR);
    }

    private void add(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()");
        // The tools of development under /q/ are not ours to bind; in production they have a port of their own.
        Door.cityOf(request)
                .filter(city -> !request.normalizedPath().startsWith("/q/"))
                .map(city -> policies.computeIfAbsent(city, PageHeaders::policy))
                .ifPresent(policy -> headers.set("Content-Security-Policy", policy));
        request.next();
    }

    private static String policy(City city) {
        String tiles = city.section("map", MapSettings.class).tileUrl();
        return POLICY.formatted(tiles.isEmpty() ? "" : " " + origin(tiles));
    }

    /** {@code https://t{s}.tianditu.gov.cn/…} allows {@code https://*.tianditu.gov.cn}: tile servers come in numbers. */
    static String origin(String template) {
        URI tile = URI.create(template.replaceAll("\\{[^}]*}", "0"));
        boolean several = template.substring(0, template.indexOf('/', 8)).contains("{");
        String host = several ? "*" + tile.getHost().substring(tile.getHost().indexOf('.')) : tile.getHost();
        return tile.getScheme() + "://" + host + (tile.getPort() < 0 ? "" : ":" + tile.getPort());
    }
}
