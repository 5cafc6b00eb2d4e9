package cn.shiyu.identity;

import cn.shiyu.tenancy.Door;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Signs the mini-program's residents in by {@code Authorization: Bearer <session>}; a bad session gets 401. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject
    Instance<SessionResidents> sessions;

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1000;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader("Authorization");
        boolean ours = MiniProgram.isAddressedBy(request) && sessions.isResolvable();
        if (!ours || header == null || !header.startsWith(BEARER)) {
            return Uni.createFrom().nullItem();
        }
        TenantId city = Door.cityOf(request).orElseThrow().id();
        return sessions.get().of(city, header.substring(BEARER.length())).map(resident -> resident.map(
                        id -> identity(Callers.resident(city, id, Surfaces.of(request))))
                .orElseThrow(() -> new AuthenticationFailedException("unknown session")));
    }

    /** Made here and not by a provider, so no augmentor will add the caller. */
    private static SecurityIdentity identity(Caller resident) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(resident.id()))
                .addRole(RealmRole.RESIDENT)
                .addAttribute(KnownCallers.CALLER, resident)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return MiniProgram.isAddressedBy(request)
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"))
                : Uni.createFrom().nullItem();
    }
}
