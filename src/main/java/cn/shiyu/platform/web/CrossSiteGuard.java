package cn.shiyu.platform.web;

import cn.shiyu.platform.problem.Origins;
import cn.shiyu.platform.problem.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Turns away forms that another site's page sends with our visitor's cookies (CSRF); other cities' hosts are other sites. Browsers
 * say where a request comes from and pages cannot forge it. See docs/adr/0005.
 */
class CrossSiteGuard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    CurrentVertxRequest current;

    /** After the door, before any resource is chosen. */
    @ServerRequestFilter(preMatching = true, priority = 10)
    public void refuseForeign() {
        HttpServerRequest request = current.getCurrent().request();
        boolean bySession = request.getHeader("Authorization") == null;
        if (bySession && !SAFE.contains(request.method().name()) && Origins.isForeign(request)) {
            throw new Refusal(403, "cross-site", "这次提交来自别的网站,已被拦下。请回到本网站的页面重新提交。");
        }
    }
}
