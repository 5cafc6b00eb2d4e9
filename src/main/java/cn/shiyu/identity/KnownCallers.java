package cn.shiyu.identity;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.Door;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns whoever signed in into a {@link Caller}, once, while signing in: so that everybody later finds the caller ready
 * and without waiting. A resident seen for the first time gets a record here.
 */
@ApplicationScoped
class KnownCallers implements SecurityIdentityAugmentor {

    /** Attribute of the identity: the {@link Caller}. */
    static final String CALLER = "shiyu.caller";

    /** Attribute of the identity in the caller's place: why it could not be found out who that is, a {@link Throwable}. */
    static final String UNKNOWN_BECAUSE = "shiyu.caller.unknown-because";

    @Inject
    StaffDirectory staff;

    @Inject
    ResidentFlow residents;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (identity.isAnonymous() || request == null || Door.cityOf(request).isEmpty()) {
            return Uni.createFrom().item(identity);
        }
        City city = Door.cityOf(request).get();
        return caller(identity, city, Surfaces.of(request))
                .map(caller -> with(identity, caller))
                .onFailure()
                .recoverWithItem(away -> without(identity, away));
    }

    private Uni<Caller> caller(SecurityIdentity identity, City city, Surface surface) {
        if (identity.hasRole(RealmRole.STAFF)) {
            return Uni.createFrom().item(member(identity, city, surface));
        }
        return residentId(identity, city).map(id -> Callers.resident(city.id(), id, surface));
    }

    /** A failure here would pass for a forged session: it would be taken from the person, who then had to sign in anew. */
    private static SecurityIdentity without(SecurityIdentity identity, Throwable reason) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(UNKNOWN_BECAUSE, reason)
                .build();
    }

    private Caller member(SecurityIdentity identity, City city, Surface surface) {
        String login = identity.getPrincipal().getName();
        return staff.find(city.id(), login)
                .map(member -> Callers.staff(city.id(), member, surface))
                // In the realm but without a post: may sign in, may do nothing.
                .orElseGet(() -> Callers.withoutPost(city.id(), login, surface));
    }

    private Uni<UUID> residentId(SecurityIdentity identity, City city) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        return residents.ofSubject(city.id(), token.getSubject());
    }

    private static SecurityIdentity with(SecurityIdentity identity, Caller caller) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(CALLER, caller)
                .build();
    }
}
