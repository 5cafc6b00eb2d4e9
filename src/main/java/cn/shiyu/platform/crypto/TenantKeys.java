package cn.shiyu.platform.crypto;

import cn.shiyu.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All keys of one city. */
final class TenantKeys {

    /**
     * A new version is used for sealing only after this time, counted from its making: by then every instance has
     * read it (see {@link KeyRing#refresh}) and can open what another one seals.
     */
    static final Duration SETTLING = Duration.ofMinutes(5);

    private final TenantId tenant;
    private final Map<Purpose, NavigableMap<Integer, DataKey>> keys = new EnumMap<>(Purpose.class);

    TenantKeys(TenantId tenant, Collection<DataKey> found) {
        this.tenant = tenant;
        found.forEach(
                key -> keys.computeIfAbsent(key.purpose(), p -> new TreeMap<>()).put(key.version(), key));
    }

    boolean has(Purpose purpose) {
        return keys.containsKey(purpose);
    }

    /** The key to seal with now: the newest settled one, or the first when none has settled yet. */
    DataKey current(Purpose purpose, Instant now) {
        return versions(purpose).descendingMap().values().stream()
                .filter(key -> !key.createdAt().plus(SETTLING).isAfter(now))
                .findFirst()
                .orElseGet(() -> first(purpose));
    }

    DataKey first(Purpose purpose) {
        return versions(purpose).firstEntry().getValue();
    }

    DataKey version(Purpose purpose, int version) {
        DataKey key = versions(purpose).get(version);
        if (key == null) {
            throw new SealBroken(
                    "sealed under key " + purpose + " " + version + " of " + tenant + ", which is unknown");
        }
        return key;
    }

    int newest(Purpose purpose) {
        return versions(purpose).lastKey();
    }

    private NavigableMap<Integer, DataKey> versions(Purpose purpose) {
        NavigableMap<Integer, DataKey> versions = keys.get(purpose);
        if (versions == null) {
            throw new IllegalStateException("no key " + purpose + " of " + tenant);
        }
        return versions;
    }
}
