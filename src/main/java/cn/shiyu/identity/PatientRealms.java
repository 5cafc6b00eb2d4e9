package cn.shiyu.identity;

import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Bounds every call to Keycloak, which without it would wait for a frozen one for ever, and the person with it. */
@ApplicationScoped
class PatientRealms implements OidcRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(PATIENCE.toMillis());
        return Uni.createFrom().voidItem();
    }
}
