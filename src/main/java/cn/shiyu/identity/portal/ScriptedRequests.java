package cn.shiyu.identity.portal;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Requests a page's own script makes after the session is over. A redirect to the login on another origin would only fail
 * there; instead the script is told (htmx understands {@code HX-Redirect}) to take the whole page to the login and back.
 */
@ApplicationScoped
class ScriptedRequests implements JavaScriptRequestChecker {

    private static final String SCRIPTED = "HX-Request";
    private static final int FIRST = 900;
    /** What the OIDC extension answers a script instead of a redirect. */
    private static final int SIGN_IN_FOR_SCRIPTS = 499;

    @Override
    public boolean isJavaScriptRequest(RoutingContext request) {
        return isScripted(request.request());
    }

    void register(@Observes Filters filters) {
        filters.register(ScriptedRequests::watch, FIRST);
    }

    private static void watch(RoutingContext request) {
        if (isScripted(request.request())) {
            request.addHeadersEndHandler(headersGo -> leadToLogin(request));
        }
        request.next();
    }

    private static void leadToLogin(RoutingContext request) {
        int status = request.response().getStatusCode();
        if (status == 401 || status == SIGN_IN_FOR_SCRIPTS) {
            request.response().setStatusCode(401);
            request.response().putHeader("HX-Redirect", "/login?next=" + pageOf(request.request()));
        }
    }

    /** The page the script runs on, as a path of this site; {@code /login} checks it again. */
    private static String pageOf(HttpServerRequest request) {
        try {
            URI page = URI.create(String.valueOf(request.getHeader("HX-Current-URL")));
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return URLEncoder.encode(page.getRawPath() + query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noPage) {
            return "/";
        }
    }

    private static boolean isScripted(HttpServerRequest request) {
        return request.getHeader(SCRIPTED) != null;
    }
}
