package cn.shiyu.platform.problem;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;

/** Whether another site's page has sent a request; other cities' hosts are other sites. Browsers say it and pages cannot forge it. */
public final class Origins {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    private Origins() {}

    public static boolean isForeign(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isHost(origin, request.authority().toString());
    }

    /** Host and port alike; the scheme is the proxy's affair. An origin that hides itself ("null") is foreign. */
    private static boolean isHost(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
