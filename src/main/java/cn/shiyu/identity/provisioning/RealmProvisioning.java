package cn.shiyu.identity.provisioning;

import cn.shiyu.identity.IdentityConfig;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Creates what a city lacks in Keycloak, at start, where an administrator is configured; changes nothing else there. Where Keycloak is
 * away it keeps trying while the application serves.
 */
@ApplicationScoped
class RealmProvisioning {

    private static final Logger LOG = Logger.getLogger(RealmProvisioning.class);

    @Inject
    CityDirectory cities;

    @Inject
    IdentityConfig config;

    @Inject
    RealmDescription description;

    @RestClient
    KeycloakAdmin keycloak;

    private final Set<TenantId> done = ConcurrentHashMap.newKeySet();

    void atStart(@Observes StartupEvent start) {
        completeAll();
    }

    /**
     * Keycloak may be away when an instance starts, or another instance may be creating the same realm: neither is a reason not to
     * serve those who are signed in.
     */
    @Scheduled(
            every = "30s",
            delayed = "30s",
            identity = "realms",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void completeAll() {
        config.admin()
                .ifPresent(admin -> cities.all().stream()
                        .filter(city -> !done.contains(city.id()))
                        .forEach(city -> tryOnce(city, admin)));
    }

    private void tryOnce(City city, IdentityConfig.Admin admin) {
        try {
            bringOnBoard(city, admin);
            done.add(city.id());
        } catch (ProcessingException | WebApplicationException e) {
            LOG.errorf("realm %s is not completed, trying again: %s", city.id(), e.getMessage());
        }
    }

    private void bringOnBoard(City city, IdentityConfig.Admin admin) {
        // A token of its own for each city: it lives a minute, and creating hundreds of accounts takes its time.
        String bearer = "Bearer " + token(admin);
        if (exists(bearer, city)) {
            complete(bearer, city);
        } else {
            keycloak.createRealm(bearer, description.realm(city));
            LOG.infof("realm %s created", city.id());
        }
    }

    private String token(IdentityConfig.Admin admin) {
        return keycloak.token("password", "admin-cli", admin.user(), admin.password())
                .required("access_token")
                .asText();
    }

    private boolean exists(String bearer, City city) {
        try {
            keycloak.realm(bearer, city.id().value());
            return true;
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                return false;
            }
            throw e;
        }
    }

    private void complete(String bearer, City city) {
        String realm = city.id().value();
        JsonNode found = keycloak.clients(bearer, realm, config.clientId());
        found.forEach(client ->
                keycloak.updateClient(bearer, realm, client.required("id").asText(), description.client(city)));
        JsonNode outcome = keycloak.importMissing(bearer, realm, description.missingPeople(city));
        LOG.infof("realm %s completed: %s accounts added", realm, outcome.path("added"));
    }
}
