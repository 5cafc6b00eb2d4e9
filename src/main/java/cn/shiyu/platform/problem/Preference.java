package cn.shiyu.platform.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Whether the other side is a person at a browser or a program. */
final class Preference {

    private Preference() {}

    static boolean isPage(RoutingContext request) {
        return isPage(
                request.request().getHeader(HttpHeaders.ACCEPT), request.request().getHeader("HX-Request"));
    }

    /**
     * @param accept the Accept header, may be null
     * @param htmx the HX-Request header, may be null: a page's own request, whose answer a person sees
     */
    static boolean isPage(String accept, String htmx) {
        if (htmx != null) {
            return true;
        }
        return accept != null && quality(accept, "text/html") > quality(accept, "json");
    }

    private static double quality(String accept, String type) {
        double best = 0;
        for (String range : accept.toLowerCase(java.util.Locale.ROOT).split(",")) {
            if (range.contains(type)) {
                best = Math.max(best, weight(range));
            }
        }
        return best;
    }

    private static double weight(String range) {
        int at = range.indexOf("q=");
        try {
            return at < 0 ? 1 : Double.parseDouble(range.substring(at + 2).replaceAll("[^0-9.].*", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
