package cn.shiyu.clock;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantTx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Once next year's holidays are on board (every November, with a new holidays file), reckons the open clocks again that
 * reach into that year and had been counted by weekends alone.
 */
@ApplicationScoped
public class CalendarRecount {

    private static final Logger LOG = Logger.getLogger(CalendarRecount.class);

    private static final String PROVISIONAL =
            """
            select distinct subject_type, subject_id from clock where tenant_id = $1 and provisional and state <> 'STOPPED'
            """;

    @Inject
    CityDirectory cities;

    @Inject
    TenantTx tx;

    @Inject
    Clocks clocks;

    @Inject
    DeadlineListeners listeners;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.calendars.recount-every}",
            identity = "calendar-recount",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> recount() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(city -> recount(city, clock.instant()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> recount(City city, Instant now) {
        return tx.inTx(city.id(), session -> provisional(session, city))
                .onItem()
                .transformToMulti(subjects -> Multi.createFrom().iterable(subjects))
                .onItem()
                .transformToUniAndConcatenate(subject -> recountQuietly(city, subject, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<ClockSubject>> provisional(Mutiny.Session session, City city) {
        return Statements.on(session)
                .select(PROVISIONAL, city.id().value())
                .map(lines -> lines.stream()
                        .map(line -> new ClockSubject(line.text(0), line.uuid(1)))
                        .toList());
    }

    // One transaction a subject; whoever changes it meanwhile wins, and the next round tries again.
    private Uni<Void> recountQuietly(City city, ClockSubject subject, Instant now) {
        return tx.inTx(city.id(), session -> recount(session, city, subject, now))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "clocks of %s %s not reckoned again", city.id(), subject.id()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> recount(Mutiny.Session session, City city, ClockSubject subject, Instant now) {
        return clocks.change(session, city, subject, all -> all.recount(now))
                .chain(all -> all.changed().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : listeners.of(subject).moved(session, city.id(), subject, all));
    }
}
