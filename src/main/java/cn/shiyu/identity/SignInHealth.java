package cn.shiyu.identity;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** For operators alone ({@code /q/health/well}): without Keycloak nobody new can sign in, everything else works. */
@Wellness
@ApplicationScoped
class SignInHealth implements AsyncHealthCheck {

    @Inject
    SignInServer server;

    @Override
    public Uni<HealthCheckResponse> call() {
        return server.answers()
                .map(there -> HealthCheckResponse.named("Keycloak").status(there).build());
    }
}
