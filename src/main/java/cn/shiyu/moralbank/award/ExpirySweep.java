package cn.shiyu.moralbank.award;

import cn.shiyu.clock.Calendars;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Books as expired what nobody spent in time, and tells whoever may pay from the account before: once for each point, and at most once a week, since whoever
 * earns every day has points that run out every day. Any instance may run it at any time, twice too.
 */
@ApplicationScoped
public class ExpirySweep {

    private static final Logger LOG = Logger.getLogger(ExpirySweep.class);
    private static final int BATCH = 500;
    // Each batch looks through all that runs out soon: few, large ones.
    private static final int TOLD_AT_ONCE = 2_000;
    private static final int WEEK = 7;
    private static final String OVER = """
            select lot_id, account_id, budget, expires_on, remaining from bank_lot
            where tenant_id = $1 and remaining > 0 and expires_on < $2 order by expires_on, lot_id limit $3""";
    private static final String SOON = """
            with soon as (
              select l.account_id, cast(sum(l.remaining) as bigint) as points, min(l.expires_on) as first from bank_lot l
              left join bank_expiry_notice n on n.tenant_id = l.tenant_id and n.account_id = l.account_id
              where l.tenant_id = $1 and l.remaining > 0 and l.expires_on between $2 and $3
                and l.expires_on > coalesce(n.told_until, $2 - 1)
              group by l.account_id limit $4)
            select account_id, points, first, array(select h.resident_id from bank_holder h
              where h.tenant_id = $1 and h.account_id = soon.account_id order by h.resident_id) from soon""";
    // Of two instances one writes the row; the other changes nothing and tells nobody.
    private static final String TOLD = """
            insert into bank_expiry_notice as n (tenant_id, account_id, told_until) values ($1, $2, $3)
            on conflict (tenant_id, account_id) do update set told_until = excluded.told_until where n.told_until < excluded.told_until""";

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    TenantSql sql;

    @Inject
    Ledger ledger;

    @Inject
    RulesQueries rules;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{shiyu.bank.expiry-every}",
            delayed = "30s",
            identity = "bank-expiry",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return each(cities.all().stream().filter(city -> BankSettings.of(city).offered()).toList(), city -> sweep(city)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "expiry of %s not swept", city.id()))
                .onFailure()
                .recoverWithNull());
    }

    /** Both for one city: first who is to be told, then what is over; in batches until nothing is left. */
    public Uni<Void> sweep(City city) {
        LocalDate today = calendars.of(city).date(clock.instant());
        return tell(city, today).chain(() -> expire(city, today));
    }

    private Uni<Void> tell(City city, LocalDate today) {
        return sql.inTx(city.id(), connection -> rules.on(connection, city.id(), today)
                        .map(version -> today.plusDays(version.terms().noticeDays() + WEEK - 1L))
                        .chain(until -> Statements.on(connection)
                                .select(SOON, city.id().value(), today, until, TOLD_AT_ONCE)
                                .call(soon -> each(soon, line -> tell(connection, city, line, until)))))
                .chain(soon -> soon.size() == TOLD_AT_ONCE ? tell(city, today) : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(SqlConnection connection, City city, Line line, LocalDate until) {
        Statements on = Statements.on(connection);
        String words = Messages.get("bank.notice.expires", line.bigNumber(1), line.values()[2]);
        return on.update(TOLD, city.id().value(), line.uuid(0), until).chain(first -> first == 0
                ? Uni.createFrom().voidItem()
                : each(List.of((UUID[]) line.values()[3]), holder -> notices.tell(
                        on, city.id(), holder, words, "/bank", clock.instant())));
    }

    private Uni<Void> expire(City city, LocalDate today) {
        return sql.inTx(city.id(), connection -> Statements.on(connection).select(OVER, city.id().value(), today, BATCH))
                .call(over -> each(over, line -> sql.inTx(
                        city.id(), connection -> ledger.expire(connection, city.id(), lot(line)).replaceWithVoid())))
                .chain(over -> over.size() == BATCH ? expire(city, today) : Uni.createFrom().voidItem());
    }

    private static Lot lot(Line line) {
        return new Lot(line.uuid(0), line.uuid(1), line.uuid(2), (LocalDate) line.values()[3], line.bigNumber(4));
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom().iterable(all).onItem().transformToUniAndConcatenate(work::apply).collect().last().replaceWithVoid();
    }
}
