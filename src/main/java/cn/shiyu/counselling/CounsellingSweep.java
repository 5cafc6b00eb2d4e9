package cn.shiyu.counselling;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Reminds counsellors of what is near its limit, and shows other ways to whoever waits in vain. Nobody else is told: there is no
 * superior who would read. Every instance runs it; the row's lock decides who does it.
 */
@ApplicationScoped
public class CounsellingSweep {

    private static final Logger LOG = Logger.getLogger(CounsellingSweep.class);
    private static final int BATCH = 100;
    private static final String CLAIM = " limit $3 for no key update skip locked";
    private static final String NEAR = CounsellingThread.COLUMNS
            + " and status = 'WAITING' and not reminded and remind_at <= $2 order by remind_at" + CLAIM;
    private static final String LATE = CounsellingThread.COLUMNS
            + " and status = 'WAITING' and not late and due_at <= $2 order by due_at" + CLAIM;

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    CounsellingStep step;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.counselling.every}",
            identity = "counselling",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .map(City::id)
                .onItem()
                .transformToUniAndConcatenate(tenant -> sweep(tenant)
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "counselling of %s not swept", tenant))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> sweep(TenantId tenant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.inTx(tenant, connection -> each(connection, tenant, LATE, now, it -> late(connection, tenant, it, now))
                .chain(() -> each(connection, tenant, NEAR, now, it -> remind(connection, tenant, it, now))));
    }

    private static Uni<Void> each(
            SqlConnection connection, TenantId tenant, String due, Instant now, Function<CounsellingThread, Uni<Void>> work) {
        return Statements.on(connection)
                .select(due, tenant.value(), now, BATCH)
                .chain(lines -> Multi.createFrom()
                        .iterable(lines)
                        .map(CounsellingThread::of)
                        .onItem()
                        .transformToUniAndConcatenate(work::apply)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> remind(SqlConnection connection, TenantId tenant, CounsellingThread it, Instant now) {
        return CounsellingThreads.reminded(Statements.on(connection), tenant, it.id())
                .chain(() -> happened(connection, tenant, it, "CounsellorReminded", now));
    }

    private Uni<Void> late(SqlConnection connection, TenantId tenant, CounsellingThread it, Instant now) {
        return CounsellingThreads.late(Statements.on(connection), tenant, it.id())
                .chain(() -> happened(connection, tenant, it, "CounsellingLate", now))
                .chain(() -> step.tell(Statements.on(connection), tenant, it, now));
    }

    private Uni<Void> happened(SqlConnection connection, TenantId tenant, CounsellingThread it, String type, Instant now) {
        return step.happened(
                connection, Caller.system(tenant, "counselling"), it.id(), type, Map.of("counsellor", it.counsellor()), now);
    }
}
