package cn.shiyu.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.IdentityConfig;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmProvisioningTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealmProvisioning provisioning = new RealmProvisioning();
    private final List<String> completed = new ArrayList<>();
    private boolean away;

    @BeforeEach
    void oneCity() throws ReflectiveOperationException, java.io.IOException {
        YAMLMapper yaml = YAMLMapper.builder().findAndAddModules().build();
        Constructor<City> city = City.class.getDeclaredConstructor(JsonNode.class, ObjectMapper.class);
        Constructor<CityDirectory> directory = CityDirectory.class.getDeclaredConstructor(Collection.class);
        city.setAccessible(true);
        directory.setAccessible(true);
        provisioning.cities = directory.newInstance(
                List.of(city.newInstance(yaml.readTree(Path.of("tenants/jieshou.yaml").toFile()), yaml)));
        provisioning.keycloak = stub(KeycloakAdmin.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "token" -> token();
            case "realm" -> JSON.createObjectNode();
            case "clients" -> JSON.createArrayNode();
            case "importMissing" -> completed((String) arguments[1]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
        provisioning.config = stub(
                IdentityConfig.class,
                (proxy, method, arguments) -> method.getName().equals("admin")
                        ? Optional.of(stub(IdentityConfig.Admin.class, (admin, field, none) -> field.getName()))
                        : "shiyu-web");
        provisioning.description = new RealmDescription() {
            @Override
            ObjectNode missingPeople(City of) {
                return JSON.createObjectNode();
            }
        };
    }

    @Test
    void completesARealmOnceAtStart() {
        provisioning.atStart(null);
        provisioning.completeAll();
        assertThat(completed).containsExactly("jieshou");
    }

    @Test
    void startsWithoutKeycloakAndCompletesTheRealmWhenItIsBack() {
        away = true;
        provisioning.atStart(null);
        assertThat(completed).isEmpty();
        away = false;
        provisioning.completeAll();
        assertThat(completed).containsExactly("jieshou");
    }

    private JsonNode token() {
        if (away) {
            throw new ProcessingException("connection refused");
        }
        return JSON.createObjectNode().put("access_token", "a-token");
    }

    private JsonNode completed(String realm) {
        completed.add(realm);
        return JSON.createObjectNode().put("added", 0);
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
