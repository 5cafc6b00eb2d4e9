package cn.shiyu.identity;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.Door;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which realm a request answers to: the one of the city whose door it came through. */
@ApplicationScoped
class CityRealms implements TenantConfigResolver {

    @Inject
    RealmSettings settings;

    private final Map<TenantId, OidcTenantConfig> realms = new ConcurrentHashMap<>();

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        // The mini-program brings sessions of its own (SessionMechanism); Keycloak has no say there.
        if (MiniProgram.isAddressedBy(request)) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().item(Door.cityOf(request).map(this::realmOf).orElse(null));
    }

    private OidcTenantConfig realmOf(City city) {
        return realms.computeIfAbsent(city.id(), settings::of);
    }
}
