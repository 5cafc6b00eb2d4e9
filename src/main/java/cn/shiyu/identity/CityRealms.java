package cn.shiyu.identity;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.Door;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which realm a request answers to: the one of the city whose door it came through. While Keycloak has not been reached yet there is
 * none: everybody is a visitor then, and whoever must sign in hears why they cannot ({@link SignInAway}).
 */
@ApplicationScoped
class CityRealms implements TenantConfigResolver {

    @Inject
    RealmSettings settings;

    @Inject
    SignInServer server;

    @Inject
    TenantConfigBean known;

    private final Map<TenantId, OidcTenantConfig> realms = new ConcurrentHashMap<>();

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        // The mini-program brings sessions of its own (SessionMechanism); Keycloak has no say there.
        if (MiniProgram.isAddressedBy(request)) {
            return Uni.createFrom().nullItem();
        }
        OidcTenantConfig realm = Door.cityOf(request).map(this::realmOf).orElse(null);
        return realm == null || isKnown(realm)
                ? Uni.createFrom().item(realm)
                : server.answers().map(there -> there ? realm : null);
    }

    /** Its addresses and keys have been fetched: from now on it needs no Keycloak to know who is signed in. */
    private boolean isKnown(OidcTenantConfig realm) {
        return known.getDynamicTenant(realm.tenantId().orElseThrow()) != null;
    }

    private OidcTenantConfig realmOf(City city) {
        return realms.computeIfAbsent(city.id(), settings::of);
    }
}
