package cn.shiyu.identity;

import io.vertx.ext.web.RoutingContext;

/** From where a request comes, told by its path. */
final class Surfaces {

    private Surfaces() {}

    static Surface of(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals("/console") || path.startsWith("/console/")) {
            return Surface.CONSOLE;
        }
        if (path.startsWith("/mini/")) {
            return Surface.MINI_PROGRAM;
        }
        if (path.startsWith("/open311/")) {
            return Surface.OPEN_API;
        }
        return Surface.PORTAL;
    }
}
