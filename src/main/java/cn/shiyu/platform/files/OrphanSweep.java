package cn.shiyu.platform.files;

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
import java.time.Clock;
import java.time.Duration;

/** Removes uploads that nobody attached within a day: forms that were never sent. */
@ApplicationScoped
class OrphanSweep {

    static final Duration KEPT = Duration.ofHours(24);

    @Inject
    TenantSql sql;

    @Inject
    FileStore store;

    @Inject
    CityDirectory cities;

    @Inject
    Clock clock;

    @Scheduled(
            every = "1h",
            delayed = "10m",
            identity = "file-orphans",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .map(City::id)
                .onItem()
                .transformToUniAndConcatenate(this::sweep)
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> sweep(TenantId tenant) {
        return sql.inTx(tenant, connection -> FileRows.orphans(
                        Statements.on(connection), tenant, clock.instant().minus(KEPT))
                .chain(orphans -> Multi.createFrom()
                        .iterable(orphans)
                        .onItem()
                        .transformToUniAndConcatenate(orphan -> remove(Statements.on(connection), tenant, orphan))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private Uni<Integer> remove(Statements statements, TenantId tenant, StoredFile orphan) {
        String key = FileKey.of(tenant, orphan.ref().id(), orphan.ref().createdAt());
        return store.delete(key)
                .chain(() -> store.delete(FileKey.thumb(key)))
                .chain(() -> FileRows.delete(statements, tenant, orphan.ref().id()));
    }
}
