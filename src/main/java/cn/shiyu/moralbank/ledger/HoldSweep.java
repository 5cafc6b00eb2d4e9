package cn.shiyu.moralbank.ledger;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lets points go back whose hold has run out. Every instance runs it; the hold's state decides who does it. Each in a transaction of its
 * own: nobody waits for a second hold while having the first, and one that cannot be released stops no other.
 */
@ApplicationScoped
public class HoldSweep {

    private static final Logger LOG = Logger.getLogger(HoldSweep.class);
    private static final int BATCH = 100;
    private static final String DUE = """
            select h.hold_id, t.source_type, t.source_id from bank_hold h
            join bank_transfer t on t.tenant_id = h.tenant_id and t.transfer_id = h.hold_id
            where h.tenant_id = $1 and h.state = 'PENDING' and h.until <= $2 order by h.until limit $3""";

    @Inject
    CityDirectory cities;

    @Inject
    TenantSql sql;

    @Inject
    Holds holds;

    @Inject
    Bookkeeper bookkeeper;

    @All
    @Inject
    List<HoldWatcher> watchers;

    @Scheduled(
            every = "{shiyu.bank.holds-every}",
            identity = "bank-holds",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return each(cities.all().stream().toList(), city -> sweep(city)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "holds of %s not swept", city.id()))
                .onFailure()
                .recoverWithNull());
    }

    Uni<Void> sweep(City city) {
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                        .select(DUE, city.id().value(), bookkeeper.now(), BATCH))
                .chain(due -> each(due, line -> release(city, line)));
    }

    private Uni<Void> release(City city, Line line) {
        return sql.inTx(city.id(), connection -> release(connection, city, line))
                .onFailure(HoldSweep::endedMeanwhile)
                .recoverWithNull()
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "hold %s of %s not released", line.uuid(0), city.id()))
                .onFailure()
                .recoverWithNull();
    }

    private static boolean endedMeanwhile(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code().equals("hold-ended");
    }

    private Uni<Void> release(SqlConnection connection, City city, Line line) {
        Source source = new Source(line.text(1), line.text(2));
        return each(watchers, watcher -> watcher.ranOut(connection, city.id(), line.uuid(0), source))
                .chain(() -> holds.release(
                        Statements.on(connection), Caller.system(city.id(), "bank-holds"), "ran-out:" + line.uuid(0), line.uuid(0)))
                .invoke(receipt -> {
                    if (receipt.replayed()) {
                        throw LedgerRefusals.holdEnded();
                    }
                })
                .replaceWithVoid();
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
