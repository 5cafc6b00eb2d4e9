package cn.shiyu.identity.provisioning;

import cn.shiyu.identity.IdentityConfig;
import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A city's realm in Keycloak's own words: what all cities share is in {@code identity/realm.json}. */
@ApplicationScoped
class RealmDescription {

    @Inject
    ObjectMapper json;

    @Inject
    IdentityConfig config;

    @Inject
    People people;

    ObjectNode realm(City city) {
        ObjectNode realm = (ObjectNode) packed("identity/realm.json");
        realm.put("realm", city.id().value());
        realm.put("displayName", city.name() + " · 市域通");
        config.theme().ifPresent(theme -> realm.put("loginTheme", theme));
        realm.putArray("clients").add(client(city));
        realm.set("users", people.of(city));
        realm.putObject("components")
                .putArray("org.keycloak.userprofile.UserProfileProvider")
                .addObject()
                .put("providerId", "declarative-user-profile")
                .putObject("config")
                .putArray("kc.user.profile.config")
                .add(packed("identity/user-profile.json").toString());
        return realm;
    }

    ObjectNode client(City city) {
        ObjectNode client = json.createObjectNode()
                .put("clientId", config.clientId())
                .put("name", "市域通")
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("secret", config.clientSecret())
                .put("standardFlowEnabled", true)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", config.demo());
        ArrayNode addresses = client.putArray("redirectUris");
        addresses(city).forEach(address -> addresses.add(address + "/*"));
        client.putObject("attributes").put("pkce.code.challenge.method", "S256").put("post.logout.redirect.uris", "+");
        return client;
    }

    private List<String> addresses(City city) {
        return city.hosts().stream()
                .flatMap(host -> config.addresses().stream().map(address -> address.replace("{host}", host)))
                .toList();
    }

    /** @return the people to add, each skipped where Keycloak has that login already */
    ObjectNode missingPeople(City city) {
        ObjectNode request = json.createObjectNode().put("ifResourceExists", "SKIP");
        request.set("users", people.of(city));
        return request;
    }

    private JsonNode packed(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
