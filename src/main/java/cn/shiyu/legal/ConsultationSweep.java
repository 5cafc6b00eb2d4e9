package cn.shiyu.legal;

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
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What is late goes to the township's team. Every instance runs it; the row's lock decides who does it. */
@ApplicationScoped
public class ConsultationSweep {

    private static final Logger LOG = Logger.getLogger(ConsultationSweep.class);
    private static final int BATCH = 100;
    private static final String DUE = Consultation.COLUMNS + " and status = 'ASKED' and not escalated and due_at <= $2"
            + " order by due_at limit $3 for no key update skip locked";

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    ConsultationStep step;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.legal.every}",
            identity = "legal",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .map(City::id)
                .onItem()
                .transformToUniAndConcatenate(tenant -> sweep(tenant)
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "consultations of %s not swept", tenant))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> sweep(TenantId tenant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.inTx(tenant, connection -> Statements.on(connection)
                .select(DUE, tenant.value(), now, BATCH)
                .map(lines -> lines.stream().map(Consultation::of).toList())
                .chain(late -> escalate(connection, tenant, late, now)));
    }

    private Uni<Void> escalate(SqlConnection connection, TenantId tenant, List<Consultation> late, Instant now) {
        Statements on = Statements.on(connection);
        return Multi.createFrom()
                .iterable(late)
                .onItem()
                .transformToUniAndConcatenate(it -> Consultations.escalated(on, tenant, it.id())
                        .chain(() -> step.happened(
                                connection, Caller.system(tenant, "legal"), it.id(), "ConsultationEscalated",
                                Map.of("advisor", it.advisor(), "dueAt", it.dueAt().toString()), now))
                        .chain(() -> step.tell(on, tenant, it, "late", now)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
