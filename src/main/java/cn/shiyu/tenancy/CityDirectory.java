package cn.shiyu.tenancy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All cities on board, found by id or by host name. Built once at start from the tenant files. */
public final class CityDirectory {

    private final Map<TenantId, City> byId;
    private final Map<String, City> byHost;

    CityDirectory(Collection<City> cities) {
        byId = cities.stream().collect(Collectors.toUnmodifiableMap(City::id, Function.identity()));
        Map<String, City> hosts = new HashMap<>();
        cities.forEach(city -> city.hosts().forEach(host -> claim(hosts, host.toLowerCase(Locale.ROOT), city)));
        byHost = Map.copyOf(hosts);
    }

    /** Two cities claiming one host would mix their residents: the start fails. */
    private static void claim(Map<String, City> hosts, String host, City city) {
        City other = hosts.put(host, city);
        if (other != null) {
            throw new IllegalStateException("租户文件有误：域名 %s 同时列在 %s.yaml 和 %s.yaml 的 hosts 中，每个域名只能属于一个城市、只列一次。"
                    .formatted(host, other.id(), city.id()));
        }
    }

    public Collection<City> all() {
        return byId.values();
    }

    /** @throws IllegalArgumentException when no such city is on board: no tenant, no work */
    public City byId(TenantId id) {
        City city = byId.get(id);
        if (city == null) {
            throw new IllegalArgumentException("no city on board named " + id);
        }
        return city;
    }

    /** @param host as in the Host header, with or without a port */
    public Optional<City> byHost(String host) {
        if (host == null) {
            return Optional.empty();
        }
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byHost.get(name));
    }
}
