package cn.shiyu.onboarding;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A city's tenant file while it is being checked, with the codes its sections may refer to.
 *
 * @param regions codes of the divisions in the file beside it
 */
record TenantFile(City city, Set<String> regions, Set<String> townships, Faults faults) {

    Entry section(String name) {
        JsonNode node = city.sections().contains(name) ? city.section(name, JsonNode.class) : MissingNode.getInstance();
        return new Entry(name, node, faults);
    }

    List<Entry> list(String section, String... names) {
        return section(section).entries("", names);
    }

    Set<String> departments() {
        return codes(section("units").entries("departments", "code"), "code");
    }

    Set<String> logins() {
        return codes(list("staff", "login"), "login");
    }

    Set<String> codesOf(String section) {
        return codes(list(section, "code"), "code");
    }

    private static Set<String> codes(List<Entry> entries, String field) {
        return entries.stream()
                .flatMap(entry -> entry.optional(field).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isDepartment(String unit) {
        return departments().contains(unit);
    }

    boolean isTerritorial(String unit) {
        return unit.startsWith("T") && townships.contains(unit.substring(1));
    }

    boolean isCentre(String unit) {
        return unit.startsWith("C") && regions.contains(unit.substring(1));
    }
}
