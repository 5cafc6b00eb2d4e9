package cn.shiyu.platform.problem;

import cn.shiyu.platform.problem.ProblemDialect.Said;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Turns whatever was thrown into the one answer, in words for the log, for a program, or for a person. */
@ApplicationScoped
class ProblemAnswers {

    static final String JSON = "application/problem+json";
    static final String HTML = "text/html;charset=UTF-8";

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    @Inject
    ObjectMapper json;

    @Inject
    @Location("problem.html")
    Template page;

    /** What goes over the wire. @param retryAfter null when there is none */
    record Answer(int status, String mediaType, String body, Duration retryAfter) {}

    @All
    @Inject
    List<ProblemDialect> dialects;

    /** The request's query is never looked at: it may hold what a person typed. */
    Uni<Answer> to(Throwable thrown, RoutingContext request) {
        String method = request.request().method().name();
        String path = request.normalizedPath();
        String trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Refusal refusal = Diagnosis.of(thrown).orElseGet(() -> incident(thrown, method, path, trace));
        LOG.debugf("%d %s trace=%s %s %s", refusal.status(), refusal.code(), trace, method, path);
        Problem problem = Problem.of(refusal, path, trace);
        Duration retryAfter = refusal.retryAfter().orElse(null);
        Optional<ProblemDialect> dialect =
                dialects.stream().filter(one -> one.speaksTo(request)).findFirst();
        if (dialect.isPresent()) {
            Said said = dialect.get().say(refusal, request);
            return Uni.createFrom().item(new Answer(said.status(), said.mediaType(), said.body(), retryAfter));
        }
        return Preference.isPage(request)
                ? typed(request, problem.status())
                        .chain(typed -> render(problem, typed.orElse(null), refusal.retryAfter()))
                        .map(html -> new Answer(problem.status(), HTML, html, retryAfter))
                : Uni.createFrom().item(() -> new Answer(problem.status(), JSON, write(problem), retryAfter));
    }

    /** Given back where sending the same again can help. */
    private static Uni<Optional<Typed>> typed(RoutingContext request, int status) {
        return status >= 500 || status == 429 ? TypedForms.of(request) : Uni.createFrom().item(Optional.empty());
    }

    private static Refusal incident(Throwable thrown, String method, String path, String trace) {
        LOG.errorf(thrown, "incident %s: %s %s", trace, method, path);
        return new Refusal(500, "incident", "系统出错了,我们已经记录(编号 " + trace + ")。请稍后再试,或拨打 12345。");
    }

    private Uni<String> render(Problem problem, Typed typed, Optional<Duration> retryAfter) {
        return page.data("status", problem.status())
                .data("code", problem.code())
                .data("title", problem.title())
                .data("sentence", problem.detail())
                .data("errors", problem.errors())
                .data("trace", problem.traceId())
                .data("typed", typed)
                .data("again", retryAfter.map(Duration::toSeconds).map(Math::toIntExact).orElse(null))
                .createUni();
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
