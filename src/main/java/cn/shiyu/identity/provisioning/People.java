package cn.shiyu.identity.provisioning;

import cn.shiyu.identity.DemoSubjects;
import cn.shiyu.identity.IdentityConfig;
import cn.shiyu.identity.RealmRole;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.identity.StaffMember;
import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The accounts a realm starts with: the city's staff and, in a demonstration, its residents. */
@ApplicationScoped
class People {

    /** The section {@code demo} of a tenant file. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Demo(List<DemoResident> residents, String password) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DemoResident(String login, String name) {}

    @Inject
    ObjectMapper json;

    @Inject
    IdentityConfig config;

    @Inject
    StaffDirectory staff;

    ArrayNode of(City city) {
        ArrayNode people = json.createArrayNode();
        for (StaffMember member : staff.of(city.id())) {
            people.add(account(city, member.login(), member.name(), RealmRole.STAFF));
        }
        if (config.demo()) {
            demo(city)
                    .residents()
                    .forEach(resident -> people.add(account(city, resident.login(), resident.name(), RealmRole.RESIDENT)
                            .put(
                                    "id",
                                    DemoSubjects.of(city.id(), resident.login()).toString())));
        }
        return people;
    }

    private ObjectNode account(City city, String login, String name, String role) {
        ObjectNode account = json.createObjectNode()
                .put("username", login)
                .put("firstName", name)
                .put("enabled", true);
        account.putArray("realmRoles").add(role);
        if (config.demo()) {
            account.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", demo(city).password())
                    .put("temporary", false);
        } else {
            // A city at work hands out first passwords itself; nobody gets in before that.
            account.putArray("requiredActions").add("UPDATE_PASSWORD");
        }
        return account;
    }

    private static Demo demo(City city) {
        return city.section("demo", Demo.class);
    }
}
