package cn.shiyu.clock;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantTx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Notices what is due without anyone looking. Every instance runs it; a row lock decides who tells a deadline, and the
 * mark is committed together with what the listener does: told exactly once, also after a crash.
 */
@ApplicationScoped
public class DeadlineSweeper {

    private static final Logger LOG = Logger.getLogger(DeadlineSweeper.class);

    /** Bounds one transaction's reading, not the sweep: full batches are followed by the next. */
    private static final int BATCH = 200;

    @Inject
    CityDirectory cities;

    @Inject
    TenantTx tx;

    @Inject
    Clock clock;

    @Inject
    DeadlineListeners listeners;

    @Scheduled(
            every = "{shiyu.deadlines.every}",
            identity = "deadlines",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(this::sweepQuietly)
                .collect()
                .last()
                .replaceWithVoid();
    }

    // One city's trouble is not another's.
    private Uni<Integer> sweepQuietly(City city) {
        return sweep(city.id(), clock.instant())
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "deadlines of %s not swept", city.id()))
                .onFailure()
                .recoverWithItem(0);
    }

    /** Tells everything that has passed by now. @return how many this call told */
    Uni<Integer> sweep(TenantId tenant, Instant now) {
        return tx.inTx(tenant, session -> new Deadlines(session, tenant).due(now, BATCH))
                .chain(due -> tellAll(tenant, due, now).chain(told -> next(tenant, due, told, now)));
    }

    // A batch of which nothing could be told was told by others or put off: the next sweep sees what is left.
    private Uni<Integer> next(TenantId tenant, List<UUID> due, int told, Instant now) {
        return due.size() < BATCH || told == 0
                ? Uni.createFrom().item(told)
                : sweep(tenant, now).map(more -> told + more);
    }

    private Uni<Integer> tellAll(TenantId tenant, List<UUID> due, Instant now) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(deadline -> tellOrPutOff(tenant, deadline, now))
                .filter(told -> told)
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<Boolean> tellOrPutOff(TenantId tenant, UUID deadline, Instant now) {
        return tell(tenant, deadline, now).onFailure().recoverWithUni(failure -> {
            LOG.errorf(failure, "deadline %s of %s not told, put off", deadline, tenant);
            return putOff(tenant, deadline, now);
        });
    }

    private Uni<Boolean> tell(TenantId tenant, UUID deadline, Instant now) {
        return tx.inTx(tenant, session -> new Deadlines(session, tenant)
                .claim(deadline, now)
                .call(claimed -> tell(session, claimed))
                .map(Optional::isPresent));
    }

    private Uni<Void> tell(Mutiny.Session session, Optional<FiredDeadline> claimed) {
        return claimed.map(deadline -> listeners.of(deadline.subject()).fired(session, deadline))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Boolean> putOff(TenantId tenant, UUID deadline, Instant now) {
        return tx.inTx(tenant, session -> new Deadlines(session, tenant).putOff(deadline, now))
                .replaceWith(false);
    }
}
