package cn.shiyu.platform.idempotency;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets keys after seven days: nobody repeats a request for that long. */
@ApplicationScoped
class IdempotencySweep {

    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Clock clock;

    @Scheduled(
            every = "1h",
            delayed = "5m",
            identity = "idempotency-sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(this::sweep)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> sweep(City city) {
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .update(
                        "delete from idempotency_key where tenant_id = $1 and created_at < $2",
                        city.id().value(),
                        clock.instant().minus(KEPT)));
    }
}
