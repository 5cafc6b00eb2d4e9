package cn.shiyu.identity;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who works for a city and on which posts, from the section {@code staff} of its tenant file. */
@Singleton
public class StaffDirectory {

    private final Map<TenantId, Map<String, StaffMember>> members;

    @Inject
    StaffDirectory(CityDirectory cities) {
        members = cities.all().stream().collect(Collectors.toUnmodifiableMap(City::id, StaffDirectory::membersOf));
    }

    private static Map<String, StaffMember> membersOf(City city) {
        Map<String, StaffMember> inOrder = new LinkedHashMap<>();
        for (StaffMember member : city.section("staff", StaffMember[].class)) {
            if (inOrder.put(member.login(), member) != null) {
                throw new IllegalStateException("staff of " + city.id() + " lists " + member.login() + " twice");
            }
        }
        return inOrder;
    }

    public List<StaffMember> of(TenantId city) {
        return List.copyOf(members.get(city).values());
    }

    public Optional<StaffMember> find(TenantId city, String login) {
        return Optional.ofNullable(members.get(city).get(login));
    }
}
