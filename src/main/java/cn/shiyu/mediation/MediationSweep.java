package cn.shiyu.mediation;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Who does not answer in time holds nobody up: it ends, or the parties choose again. Every instance runs it; the row's lock decides. */
@ApplicationScoped
public class MediationSweep {

    private static final Logger LOG = Logger.getLogger(MediationSweep.class);
    private static final int BATCH = 100;
    private static final String DUE =
            "select mediation_id from mediation where tenant_id = $1 and answer_due <= $2 order by answer_due limit $3";

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    MediationStep step;

    @Inject
    MediationLimits limits;

    @Scheduled(
            every = "{shiyu.mediation.every}",
            identity = "mediation",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return each(cities.all().stream().map(City::id).toList(), tenant -> quietly(tenant, sweep(tenant)));
    }

    Uni<Void> sweep(TenantId tenant) {
        return sql.inTx(tenant, connection -> Statements.on(connection)
                        .select(DUE, tenant.value(), step.now(), BATCH)
                        .map(lines -> lines.stream().map(line -> line.uuid(0)).toList()))
                .chain(due -> each(due, id -> quietly(tenant, expire(tenant, id))));
    }

    private Uni<Void> expire(TenantId tenant, UUID id) {
        return sql.inTx(tenant, connection -> step.system(connection, tenant, id, MediationAction.EXPIRE, at -> {
            boolean stillDue = at.it().answerDue() != null && !at.it().answerDue().isAfter(at.now());
            return stillDue ? expired(at) : Uni.createFrom().voidItem();
        }));
    }

    private Uni<Void> expired(MediationStep.At at) {
        Uni<Integer> done = at.next().isOver()
                ? Mediations.ended(at.sql(), at.tenant(), at.id(), at.next(), at.now())
                : Mediations.choosing(at.sql(), at.tenant(), at.id(), at.next(), limits.choose(at.city(), at.now()));
        return done.chain(() -> step.happened(at, "MediationAnswerLate", Map.of("was", at.it().status().name())))
                .chain(() -> step.tellOthers(at, "late." + at.it().status()));
    }

    private static Uni<Void> quietly(TenantId tenant, Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> LOG.errorf(failure, "mediations of %s not swept", tenant))
                .onFailure()
                .recoverWithNull();
    }

    private static <T> Uni<Void> each(List<T> all, java.util.function.Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
