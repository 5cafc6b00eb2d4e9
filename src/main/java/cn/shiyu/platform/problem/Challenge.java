package cn.shiyu.platform.problem;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** How somebody not signed in may sign in: for a page the way to the login, if the address has one. */
final class Challenge {

    private Challenge() {}

    /** The redirect to the login page; empty when this address is not entered by redirect. */
    static Uni<Optional<Response>> redirect(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return authenticator.getChallenge(request).map(challenge -> Optional.ofNullable(challenge)
                .filter(data -> data.status >= 300 && data.status < 400)
                .map(Challenge::response));
    }

    private static Response response(ChallengeData challenge) {
        Response.ResponseBuilder response = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }
}
