package cn.shiyu.moralbank.settlement;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
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
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Makes the statements of months that are over and closed, the oldest first; each in a transaction of its own, so that a stop costs nothing. */
@ApplicationScoped
public class SettlementSweep {

    private static final Logger LOG = Logger.getLogger(SettlementSweep.class);
    private static final int BATCH = 100;
    /** How far back a statement is still made that was missed. */
    private static final int MONTHS_BACK = 12;
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    TenantSql sql;

    @Inject
    SettleFlow flow;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.bank.settlement-every}",
            identity = "bank-settlement",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return each(cities.all().stream().toList(), city -> sweep(city)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "merchants of %s not settled", city.id()))
                .onFailure()
                .recoverWithNull());
    }

    Uni<Void> sweep(City city) {
        YearMonth now = YearMonth.from(calendars.of(city).date(clock.instant()));
        List<YearMonth> over = IntStream.rangeClosed(1, MONTHS_BACK)
                .mapToObj(back -> now.minusMonths(MONTHS_BACK + 1L - back))
                .toList();
        return each(over, month -> sql.inTx(
                        city.id(), connection -> StatementRows.closed(Statements.on(connection), city.id(), month))
                .chain(closed -> closed ? month(city, month, FIRST) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> month(City city, YearMonth month, UUID after) {
        return sql.inTx(city.id(), connection -> StatementRows.owed(Statements.on(connection), city.id(), month, after, BATCH))
                .chain(owed -> each(owed, account -> settle(city, account, month)).chain(() -> owed.size() < BATCH
                        ? Uni.createFrom().voidItem()
                        : month(city, month, owed.get(owed.size() - 1))));
    }

    private Uni<Void> settle(City city, UUID account, YearMonth month) {
        return flow.settle(city, Caller.system(city.id(), "bank-settlement"), account, month)
                .replaceWithVoid()
                // Who gave back more than is left waits for the next round; nobody else does.
                .onFailure(Refusal.class)
                .invoke(refusal -> LOG.warnf("statement of %s for %s waits: %s", account, month, ((Refusal) refusal).code()))
                .onFailure(Refusal.class)
                .recoverWithNull();
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
