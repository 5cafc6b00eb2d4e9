package cn.shiyu.platform.crypto;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of all cities, in memory. Loaded when the application starts ({@link KeysAtStart}) and read again every
 * minute, so that a key made by another instance is known long before it is used.
 */
@ApplicationScoped
public class KeyRing {

    private final Map<TenantId, TenantKeys> loaded = new ConcurrentHashMap<>();

    @Inject
    TenantSql sql;

    @Inject
    KeyStore store;

    @Inject
    CityDirectory cities;

    /** Loads the city's keys and makes what is missing; afterwards {@link Sealer} works for this city. */
    public Uni<Void> load(TenantId tenant) {
        return sql.inTx(tenant, connection -> load(Statements.on(connection), tenant))
                .invoke(keys -> loaded.put(tenant, keys))
                .replaceWithVoid();
    }

    /**
     * Makes a new version of the city's key for the purpose. What was sealed before still opens; what is sealed
     * from five minutes on is sealed with the new one.
     *
     * @throws IllegalArgumentException for {@link Purpose#LOOKUP}, whose change would make every index blind for good
     */
    public Uni<Integer> rotate(TenantId tenant, Purpose purpose) {
        if (!purpose.seals()) {
            throw new IllegalArgumentException(purpose + " is not rotated");
        }
        return sql.inTx(tenant, connection -> {
                    Statements statements = Statements.on(connection);
                    return store.read(statements, tenant)
                            .map(keys -> keys.newest(purpose) + 1)
                            .call(version -> store.add(statements, tenant, purpose, version));
                })
                .call(() -> load(tenant));
    }

    @Scheduled(
            every = "60s",
            delayed = "60s",
            identity = "crypto-keys",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return loadAll();
    }

    Uni<Void> loadAll() {
        return Multi.createFrom()
                .iterable(cities.all())
                .map(City::id)
                .onItem()
                .transformToUniAndConcatenate(this::load)
                .collect()
                .last()
                .replaceWithVoid();
    }

    TenantKeys keys(TenantId tenant) {
        TenantKeys keys = loaded.get(tenant);
        if (keys == null) {
            throw new IllegalStateException("the keys of " + tenant + " are not loaded");
        }
        return keys;
    }

    private Uni<TenantKeys> load(Statements statements, TenantId tenant) {
        return store.read(statements, tenant)
                .chain(known -> store.addMissing(statements, tenant, known))
                .chain(() -> store.read(statements, tenant));
    }
}
