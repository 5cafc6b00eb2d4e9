package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Closes one day of the books, whole or not at all: digest, snapshots of accounts that keep no balance, sums by kind. */
@ApplicationScoped
class DayClose {

    private static final int AT_ONCE = 2_000;
    private static final String BEFORE = "select digest from bank_close where tenant_id = $1 and closed_on = $2";
    private static final String SEALS = """
            select seal, postings, points from bank_transfer where tenant_id = $1 and booked_on = $2 order by transfer_id""";
    private static final String CLOSE = """
            insert into bank_close (tenant_id, closed_on, transfers, postings, points, digest, closed_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    // Whoever books waits behind a close that waits for somebody slow: rather in a minute again.
    private static final String IMPATIENT = "select set_config('lock_timeout', '1s', true)";
    private static final String COUNT = "select count(*) from bank_transfer where tenant_id = $1 and booked_on = $2";
    // Every earlier day is closed: the last snapshot is what the account held when this day began.
    private static final String SNAPSHOTS = """
            insert into bank_balance (tenant_id, account_id, closed_on, balance)
            select $1, a.account_id, $2, sum(p.points) + coalesce((
                select b.balance from bank_balance b where b.tenant_id = $1 and b.account_id = a.account_id
                order by b.closed_on desc limit 1), 0)
            from bank_transfer t
            join bank_posting p on p.tenant_id = t.tenant_id and p.transfer_id = t.transfer_id
            join bank_account a on a.tenant_id = p.tenant_id and a.account_id = p.account_id
            where t.tenant_id = $1 and t.booked_on = $2
              and a.kind in ('ISSUE', 'MERCHANT', 'HELD', 'EXPIRY', 'SETTLEMENT')
            group by a.account_id""";
    private static final String SUMS = """
            insert into bank_day_sum (tenant_id, closed_on, kind, undoes, transfers, points)
            select $1, $2, t.kind, coalesce(u.kind, ''), count(*), sum(t.points) from bank_transfer t
            left join bank_transfer u on u.tenant_id = t.tenant_id and u.transfer_id = t.reverses
            where t.tenant_id = $1 and t.booked_on = $2 group by t.kind, coalesce(u.kind, '')""";

    @Inject
    TenantSql sql;

    @Inject
    Clock clock;

    /** @return false when somebody else closed it meanwhile */
    Uni<Boolean> close(TenantId tenant, LocalDate day) {
        return sql.inTx(tenant, connection -> close(connection, tenant, day).replaceWith(true))
                .onFailure(DayClose::closedMeanwhile)
                .recoverWithItem(false);
    }

    private Uni<Void> close(SqlConnection connection, TenantId tenant, LocalDate day) {
        Statements on = Statements.on(connection);
        return on.first(BEFORE, tenant.value(), day.minusDays(1))
                .map(before -> new DayDigest(tenant.value(), day, before.map(line -> line.bytes(0)).orElse(new byte[0])))
                .call(digest -> addSeals(connection, tenant, day, digest))
                .call(digest -> on.select(IMPATIENT))
                .call(digest -> on.update(
                        CLOSE, tenant.value(), day, digest.transfers(), digest.postings(), digest.points(), digest.value(),
                        clock.instant()))
                .call(digest -> nothingCameMeanwhile(on, tenant, day, digest))
                .call(digest -> on.update(SNAPSHOTS, tenant.value(), day))
                .call(digest -> on.update(SUMS, tenant.value(), day))
                .replaceWithVoid();
    }

    private static Uni<Void> addSeals(SqlConnection connection, TenantId tenant, LocalDate day, DayDigest digest) {
        return connection.prepare(SEALS).chain(statement -> {
            Cursor cursor = statement.cursor(Tuple.of(tenant.value(), day));
            return Multi.createBy()
                    .repeating()
                    .uni(() -> cursor.read(AT_ONCE).invoke(rows -> rows.forEach(row -> {
                        Line line = Line.of(row);
                        digest.add(line.bytes(0), line.number(1), line.bigNumber(2));
                    })))
                    .whilst(rows -> cursor.hasMore())
                    .collect()
                    .last()
                    .call(cursor::close)
                    .call(statement::close)
                    .replaceWithVoid();
        });
    }

    /**
     * The seals were read without holding anybody up; the close then took the day's lock and waited for those at work. Nothing is ever
     * removed from a day: as many transfers as were read are the same ones.
     */
    private static Uni<Void> nothingCameMeanwhile(Statements on, TenantId tenant, LocalDate day, DayDigest digest) {
        return on.first(COUNT, tenant.value(), day)
                .invoke(count -> {
                    if (count.orElseThrow().bigNumber(0) != digest.transfers()) {
                        throw new IllegalStateException("transfers were booked on " + day + " while it was closed; tried again");
                    }
                })
                .replaceWithVoid();
    }

    private static boolean closedMeanwhile(Throwable failure) {
        return failure instanceof PgException refused && "bank_close_in_order".equals(refused.getConstraint());
    }
}
