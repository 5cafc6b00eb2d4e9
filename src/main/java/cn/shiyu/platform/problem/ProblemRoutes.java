package cn.shiyu.platform.problem;

import cn.shiyu.platform.problem.ProblemAnswers.Answer;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The same answers for what never reaches a resource: no such address, a body too large, a failure on the way in. */
@ApplicationScoped
class ProblemRoutes {

    /** Before the framework's own check, which would cut the connection without a word. */
    private static final int FIRST = -1_000_000;

    @Inject
    ProblemAnswers answers;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K")
    MemorySize largestBody;

    /** For everything but forms with files: no text anybody writes needs more, and it is held in memory whole. */
    @ConfigProperty(name = "shiyu.http.largest-text", defaultValue = "1M")
    MemorySize largestText;

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(this::refuseTooLarge).failureHandler(this::failed);
        router.route().last().handler(request -> answer(request, new HttpException(404)));
    }

    private void refuseTooLarge(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("\\d{1,18}") || Long.parseLong(length) <= limit(request)) {
            request.next();
            return;
        }
        // The rest of the body is not wanted: say so and hang up, or 50 MB would be read for nothing.
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(request, new HttpException(413));
    }

    private long limit(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean withFiles = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return (withFiles ? largestBody : largestText).asLongValue();
    }

    private void failed(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure instanceof AuthenticationException) {
            // Signing in has redirects and cookies of its own; the framework's handler further down knows them.
            request.next();
            return;
        }
        answer(request, failure != null ? failure : new HttpException(request.statusCode()));
    }

    private void answer(RoutingContext request, Throwable thrown) {
        answers.to(thrown, request)
                .subscribe()
                .with(answer -> send(request.response(), answer), request::fail);
    }

    private static void send(HttpServerResponse response, Answer answer) {
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.retryAfter() != null) {
            response.putHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, answer.retryAfter().toSeconds())));
        }
        response.end(answer.body());
    }
}
