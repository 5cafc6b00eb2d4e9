package cn.shiyu.moralbank.award;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Runs the simulations that wait, one at a time; one that stood still because its instance went away is begun again. */
@ApplicationScoped
public class SimulationSweep {

    private static final Logger LOG = Logger.getLogger(SimulationSweep.class);
    private static final Duration STILL = Duration.ofMinutes(2);
    private static final int AT_ONCE = 2_000;
    private static final String HOW_MANY = """
            select count(*) from bank_award where tenant_id = $1 and earned_on between $2 and $3 and revoked_on is null""";
    private static final String GIVEN = """
            select account_id, kind, quantity, earned_on, granted, capped, budget from bank_award
            where tenant_id = $1 and earned_on between $2 and $3 and revoked_on is null order by account_id, award_id""";

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    DraftRows drafts;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.bank.simulations-every}",
            identity = "bank-simulations",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(cities.all())
                .onItem()
                .transformToUniAndConcatenate(city -> sweep(city)
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "no simulation in %s", city.id()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sweep(City city) {
        return sql.inTx(city.id(), connection -> drafts.take(
                        Statements.on(connection), city.id(), clock.instant(), clock.instant().minus(STILL)))
                .chain(taken -> taken.isEmpty() ? Uni.createFrom().voidItem() : run(city, taken.get()));
    }

    private Uni<Void> run(City city, UUID id) {
        return sql.inTx(city.id(), connection -> drafts.find(Statements.on(connection), city.id(), id))
                .chain(draft -> simulate(city, draft.orElseThrow()))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "simulation %s in %s failed", id, city.id()))
                .onFailure()
                .recoverWithNull()
                .chain(result -> sql.inTx(
                        city.id(), connection -> drafts.end(Statements.on(connection), city.id(), id, result, clock.instant())))
                .replaceWithVoid();
    }

    private Uni<Simulated> simulate(City city, RulesDraft draft) {
        Simulator simulator = new Simulator(draft.terms());
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .first(HOW_MANY, city.id().value(), draft.from(), draft.to())
                .map(line -> line.orElseThrow().bigNumber(0))
                .chain(total -> all(connection, city, draft, simulator, total))
                .replaceWith(simulator::result));
    }

    private Uni<Void> all(SqlConnection connection, City city, RulesDraft draft, Simulator simulator, long total) {
        long[] done = {0};
        return connection.prepare(GIVEN).chain(statement -> {
            Cursor cursor = statement.cursor(Tuple.of(city.id().value(), draft.from(), draft.to()));
            return Multi.createBy()
                    .repeating()
                    .uni(() -> cursor.read(AT_ONCE).chain(rows -> {
                        List<Simulator.Given> page = new ArrayList<>();
                        rows.forEach(row -> page.add(given(Line.of(row))));
                        done[0] += page.size();
                        return reckon(simulator, page)
                                .chain(() -> goesOn(city, draft.id(), done[0], total));
                    }))
                    .whilst(ignored -> cursor.hasMore())
                    .collect()
                    .last()
                    .call(cursor::close)
                    .replaceWithVoid();
        });
    }

    /** Off the event loop: a page is thousands of reckonings. */
    private Uni<Integer> reckon(Simulator simulator, List<Simulator.Given> page) {
        return vertx.executeBlocking(() -> {
            page.forEach(simulator::see);
            return page.size();
        }, false);
    }

    private Uni<Integer> goesOn(City city, UUID id, long done, long total) {
        return sql.inTx(city.id(), connection -> drafts.goesOn(Statements.on(connection), city.id(), id, done, total, clock.instant()));
    }

    private static Simulator.Given given(Line line) {
        return new Simulator.Given(
                line.uuid(0), line.text(1), line.bigNumber(2), (LocalDate) line.values()[3], line.bigNumber(4), line.text(5), line.uuid(6));
    }
}
