package cn.shiyu.platform.load;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What a request is to the load: told from its head alone, before anybody is asked who sent it. */
enum Lane {
    /** Costs next to nothing or stays open for hours: never counted. */
    FREE,
    /** Somebody without a session reads: the first to wait, since a page of the board can be read a minute later. */
    READING,
    /** Residents who report and staff who work. */
    WORK,
    /** Brings files at the speed of its network: counted apart, or fifty slow phones would keep everybody out. */
    UPLOAD;

    private static final List<String> FREE_PLACES =
            List.of("/static/", "/webjars/", "/q/", "/theme.css", "/favicon.", "/console/live");
    private static final String SESSION_COOKIE = "q_session";

    static Lane of(HttpServerRequest request, String path) {
        if (FREE_PLACES.stream().anyMatch(path::startsWith)) {
            return FREE;
        }
        if (isRead(request.method()) && isNobody(request)) {
            return READING;
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10) ? UPLOAD : WORK;
    }

    private static boolean isRead(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    /** Whether the session is worth anything is found out later; here it only decides who waits first. */
    private static boolean isNobody(HttpServerRequest request) {
        String cookies = request.getHeader(HttpHeaders.COOKIE);
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && (cookies == null || !cookies.contains(SESSION_COOKIE));
    }
}
