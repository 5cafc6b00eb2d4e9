package cn.shiyu.tenancy;

import java.util.Collection;
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
        // Two cities claiming one host would mix their residents: toMap refuses duplicates, and the start fails.
        byHost = cities.stream()
                .flatMap(city -> city.hosts().stream().map(host -> Map.entry(host.toLowerCase(Locale.ROOT), city)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
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
