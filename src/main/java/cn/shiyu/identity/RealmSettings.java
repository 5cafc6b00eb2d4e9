package cn.shiyu.identity;

import static io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType.HYBRID;
import static io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source.accesstoken;

import cn.shiyu.tenancy.TenantId;
import io.quarkus.oidc.OidcTenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How the application talks to a city's realm. */
@ApplicationScoped
class RealmSettings {

    private static final Duration REACHED_WITHIN = Duration.ofSeconds(2);

    @Inject
    IdentityConfig config;

    OidcTenantConfig of(TenantId city) {
        var settings = OidcTenantConfig.builder()
                .tenantId(city.value())
                .authServerUrl(config.url() + "/realms/" + city)
                .clientId(config.clientId())
                .credentials(config.clientSecret())
                .connectionTimeout(REACHED_WITHIN)
                .applicationType(HYBRID);
        // After a browser login the ID token carries no roles; Keycloak puts them into the access token.
        settings.roles(accesstoken);
        settings.token()
                .principalClaim("preferred_username")
                .refreshExpired()
                // Whether it is really accepted past its time is decided by FreshTokens.
                .lifespanGrace((int) config.grace().toSeconds())
                // A key this realm does not know is refused here; asking Keycloak about each forgery would be work for
                // free.
                .allowJwtIntrospection(false)
                .end();
        settings.tokenStateManager().encryptionSecret(config.sessionKey()).end();
        settings.logout().path("/logout").postLogoutPath("/").end();
        return settings.authentication()
                .redirectPath("/login/back")
                .restorePathAfterRedirect()
                .removeRedirectParameters()
                .pkceRequired()
                .stateSecret(config.sessionKey())
                .cookieForceSecure(config.secureCookies())
                .sessionAgeExtension(config.idle())
                // A page's script gets 499 and decides itself; a redirect to another origin would only fail.
                .javaScriptAutoRedirect(false)
                .extraParam("ui_locales", "zh-CN")
                .end()
                .build();
    }
}
