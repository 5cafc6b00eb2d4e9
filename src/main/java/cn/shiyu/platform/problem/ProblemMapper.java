package cn.shiyu.platform.problem;

import cn.shiyu.platform.problem.ProblemAnswers.Answer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one mapper: whatever a resource throws leaves through here. */
class ProblemMapper {

    @Inject
    ProblemAnswers answers;

    // The framework brings mappers of its own for some types; the nearest type wins, so those are named here.
    @ServerExceptionMapper({
        Throwable.class,
        Refusal.class,
        WebApplicationException.class,
        NotFoundException.class,
        ValidationException.class,
        ResteasyReactiveViolationException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class
    })
    Uni<Response> answer(Throwable thrown, RoutingContext request) {
        TypedForms.noteFields(request);
        if (isNotSignedIn(thrown) && Preference.isPage(request)) {
            return Challenge.redirect(request)
                    .chain(way -> way.map(Uni.createFrom()::item).orElseGet(() -> problem(thrown, request)))
                    // Nobody to send them to: they hear why.
                    .onFailure(Refusal.class)
                    .recoverWithUni(away -> problem(away, request));
        }
        return problem(thrown, request);
    }

    private static boolean isNotSignedIn(Throwable thrown) {
        return thrown instanceof UnauthorizedException || thrown instanceof AuthenticationFailedException;
    }

    private Uni<Response> problem(Throwable thrown, RoutingContext request) {
        return answers.to(thrown, request).map(ProblemMapper::response);
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(answer.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(answer.body());
        if (answer.retryAfter() != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, answer.retryAfter().toSeconds()));
        }
        return response.build();
    }
}
