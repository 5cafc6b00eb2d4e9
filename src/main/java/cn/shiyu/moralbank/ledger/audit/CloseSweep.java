package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.clock.Calendars;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * 日终：closes every day of the books that is over, ten minutes after midnight in the city's zone, one after the other from the day of
 * the first transfer, days on which nothing moved too. What was missed while nobody ran is caught up with.
 */
@ApplicationScoped
public class CloseSweep {

    /** Clocks of two instances may differ by a little, and somebody may be at work at midnight. */
    private static final LocalTime CLOSING = LocalTime.of(0, 10);

    private static final Logger LOG = Logger.getLogger(CloseSweep.class);
    private static final String NEXT = """
            select coalesce((select max(closed_on) + 1 from bank_close where tenant_id = $1),
              (select min(booked_on) from bank_transfer where tenant_id = $1))""";

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    TenantSql sql;

    @Inject
    DayClose days;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.bank.close-every}",
            delayed = "{shiyu.bank.close-delayed}",
            identity = "bank-close",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(city -> sweep(city)
                        .replaceWithVoid()
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "books of %s not closed", city.id()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** @return the days that were closed now, by whomever */
    Uni<Long> sweep(City city) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(city).call(day -> day.isPresent() ? days.close(city.id(), day.get()) : Uni.createFrom().voidItem()))
                .whilst(Optional::isPresent)
                .filter(Optional::isPresent)
                .collect()
                .with(java.util.stream.Collectors.counting());
    }

    private Uni<Optional<LocalDate>> next(City city) {
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .first(NEXT, city.id().value())
                .map(line -> line.filter(found -> !found.missing(0))
                        .map(found -> (LocalDate) found.values()[0])
                        .filter(day -> isOver(city, day))));
    }

    private boolean isOver(City city, LocalDate day) {
        return !clock.instant().isBefore(day.plusDays(1).atTime(CLOSING).atZone(calendars.of(city).zone()).toInstant());
    }
}
