package cn.shiyu.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How people prove who they are: one Keycloak, a realm per city, named after the city's id. */
@ConfigMapping(prefix = "shiyu.identity")
public interface IdentityConfig {

    /**
     * Keycloak's address as this application reaches it, without a path; browsers are sent to the same one unless Keycloak was told
     * another (its {@code hostname}, with {@code hostname-backchannel-dynamic}).
     */
    String url();

    @WithDefault("shiyu-web")
    String clientId();

    /** Secret of the client in every realm. */
    String clientSecret();

    /** Encrypts the session cookies (AES): 32 characters or more, the same on all instances. */
    String sessionKey();

    /** Cookies over HTTPS only; off only where there is no HTTPS: on the developer's machine. */
    @WithDefault("false")
    boolean secureCookies();

    /** How long a resident may sit idle before signing in again: long, for those who type slowly. */
    @WithDefault("12h")
    Duration idle();

    /** How long whoever is signed in works on while Keycloak is away and cannot renew their sessions. */
    @WithDefault("4h")
    Duration grace();

    /** Where a city is reached; {@code {host}} stands for each of its hosts. */
    List<String> addresses();

    /** True: the demo accounts of the tenant files are created, and passwords may be exchanged for tokens. */
    @WithDefault("false")
    boolean demo();

    /** The login theme (web-portal/keycloak/themes), where Keycloak has it installed. */
    Optional<String> theme();

    /** Keycloak's administrator, when realms shall be created and completed at start. */
    Optional<Admin> admin();

    /** Credentials of the administrator in Keycloak's realm {@code master}. */
    interface Admin {
        String user();

        String password();
    }
}
