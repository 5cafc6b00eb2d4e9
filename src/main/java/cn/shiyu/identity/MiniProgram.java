package cn.shiyu.identity;

import io.vertx.ext.web.RoutingContext;

/** The mini-program's paths, where people are known by an opaque session instead of Keycloak. */
final class MiniProgram {

    private MiniProgram() {}

    static boolean isAddressedBy(RoutingContext request) {
        return request.normalizedPath().startsWith("/mini/");
    }
}
