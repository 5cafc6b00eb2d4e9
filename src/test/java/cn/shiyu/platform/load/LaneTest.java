package cn.shiyu.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void readersWithoutASessionWaitFirst() {
        assertThat(lane("GET", "/board", Map.of())).isEqualTo(Lane.READING);
        assertThat(lane("GET", "/board", Map.of("cookie", "elder=1"))).isEqualTo(Lane.READING);
    }

    @Test
    void whoIsSignedInWorks() {
        assertThat(lane("GET", "/cases", Map.of("cookie", "q_session_jieshou=abc")))
                .isEqualTo(Lane.WORK);
        assertThat(lane("GET", "/mini/v1/cases", Map.of("authorization", "Bearer x")))
                .isEqualTo(Lane.WORK);
    }

    @Test
    void whoSendsSomethingWorksAlsoWithoutASession() {
        assertThat(lane("POST", "/lookup", Map.of())).isEqualTo(Lane.WORK);
    }

    @Test
    void filesAreCountedApart() {
        assertThat(lane("POST", "/report/words", Map.of("content-type", "Multipart/form-data; boundary=x")))
                .isEqualTo(Lane.UPLOAD);
    }

    @Test
    void whatBelongsToAPageIsFree() {
        for (String path : new String[] {
            "/static/js/forms.js",
            "/webjars/htmx.org/2.0.8/dist/htmx.min.js",
            "/q/health/ready",
            "/theme.css",
            "/console/live"
        }) {
            assertThat(lane("GET", path, Map.of())).as(path).isEqualTo(Lane.FREE);
        }
    }

    private static Lane lane(String method, String path, Map<String, String> headers) {
        HttpServerRequest request = (HttpServerRequest) Proxy.newProxyInstance(
                LaneTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, asked, arguments) -> switch (asked.getName()) {
                    case "method" -> HttpMethod.valueOf(method);
                    case "getHeader" -> headers.get(arguments[0].toString());
                    default -> throw new UnsupportedOperationException(asked.getName());
                });
        return Lane.of(request, path);
    }
}
