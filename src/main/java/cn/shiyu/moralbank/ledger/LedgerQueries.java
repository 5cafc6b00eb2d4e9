package cn.shiyu.moralbank.ledger;

import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the books. Whoever asks must know that the account is theirs to see: an account knows nobody. */
@ApplicationScoped
public class LedgerQueries {

    private static final String BALANCE = """
            select case when kind in ('RESIDENT', 'HOUSEHOLD', 'ORGANISATION')
                then (select cast(coalesce(sum(remaining), 0) as bigint) from bank_lot l
                  where l.tenant_id = $1 and l.account_id = $2 and remaining > 0)
              when kind = 'BUDGET' then balance
              else bank_balance_of($1, $2) end
            from bank_account where tenant_id = $1 and account_id = $2""";
    private static final String HISTORY = """
            with page as (
              select booked_on, transfer_id, cast(sum(points) as bigint) as points from bank_posting
              where tenant_id = $1 and account_id = $2
                and (cast($3 as date) is null or (booked_on, transfer_id) < (cast($3 as date), cast($4 as uuid)))
              group by booked_on, transfer_id order by booked_on desc, transfer_id desc limit $5)
            select t.transfer_id, t.kind, t.booked_on, t.booked_at, page.points, t.reason, t.source_type, t.source_id
            from page join bank_transfer t on t.tenant_id = $1 and t.transfer_id = page.transfer_id
            order by page.booked_on desc, page.transfer_id desc""";
    // Closed days by their sums, the days since one by one.
    private static final String SUMS = """
            select kind, undoes, cast(sum(transfers) as bigint), cast(sum(points) as bigint) from (
              select kind, undoes, transfers, points from bank_day_sum
              where tenant_id = $1 and closed_on between $2 and $3
              union all
              select t.kind, coalesce(u.kind, ''), 1, t.points from bank_transfer t
              left join bank_transfer u on u.tenant_id = t.tenant_id and u.transfer_id = t.reverses
              where t.tenant_id = $1 and t.booked_on between $2 and $3
                and t.booked_on > coalesce((select max(closed_on) from bank_close where tenant_id = $1), cast('-infinity' as date))) s
            group by kind, undoes""";
    private static final String MONTHS = """
            select month, kind, undoes, cast(sum(transfers) as bigint), cast(sum(points) as bigint) from (
              select cast(date_trunc('month', closed_on) as date) as month, kind, undoes, transfers, points from bank_day_sum
              where tenant_id = $1 and closed_on >= $2
              union all
              select cast(date_trunc('month', t.booked_on) as date), t.kind, coalesce(u.kind, ''), 1, t.points from bank_transfer t
              left join bank_transfer u on u.tenant_id = t.tenant_id and u.transfer_id = t.reverses
              where t.tenant_id = $1 and t.booked_on >= $2
                and t.booked_on > coalesce((select max(closed_on) from bank_close where tenant_id = $1), cast('-infinity' as date))) s
            group by month, kind, undoes""";
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** What the account holds; for points in lots, those too whose last day is over but which are not booked as expired yet. */
    public Uni<Long> balance(SqlConnection connection, TenantId tenant, UUID account) {
        return Statements.on(connection)
                .first(BALANCE, tenant.value(), account)
                .map(found -> found.orElseThrow().bigNumber(0));
    }

    /** Lots with something left, first to expire first. */
    public Uni<List<Lot>> lots(SqlConnection connection, TenantId tenant, UUID account) {
        return Books.lots(Statements.on(connection), tenant, account);
    }

    /** Newest first. @param cursor of the page before, null for the first; anything else unreadable counts as null */
    public Uni<Page<LedgerEntry>> history(SqlConnection connection, TenantId tenant, UUID account, String cursor, int size) {
        HistoryCursor from = HistoryCursor.read(cursor);
        return Statements.on(connection)
                .select(HISTORY, tenant.value(), account, from.day(), from.transfer(), size + 1)
                .map(lines -> {
                    List<LedgerEntry> entries = lines.stream().limit(size).map(LedgerQueries::entry).toList();
                    boolean more = lines.size() > size;
                    return new Page<>(entries, more ? HistoryCursor.of(entries.get(size - 1)).write() : null);
                });
    }

    /** All of the city's bank. */
    public Uni<LedgerTotals> totals(SqlConnection connection, TenantId tenant) {
        return sums(connection, tenant, BEGINNING, END).map(LedgerTotals::of);
    }

    /** What moved from one day of the books to another, both included; quick for any span, since closed days are summed already. */
    public Uni<List<KindSum>> sums(SqlConnection connection, TenantId tenant, LocalDate from, LocalDate to) {
        return Statements.on(connection)
                .select(SUMS, tenant.value(), from, to)
                .map(lines -> lines.stream().map(line -> sum(line, 0)).toList());
    }

    /** What moved in each month of the books since the first of that month; months in which nothing moved are not there. */
    public Uni<Map<YearMonth, LedgerTotals>> months(SqlConnection connection, TenantId tenant, YearMonth from) {
        return Statements.on(connection)
                .select(MONTHS, tenant.value(), from.atDay(1))
                .map(lines -> lines.stream()
                        .collect(Collectors.groupingBy(
                                line -> YearMonth.from((LocalDate) line.values()[0]),
                                Collectors.collectingAndThen(
                                        Collectors.mapping(line -> sum(line, 1), Collectors.toList()), LedgerTotals::of))));
    }

    private static KindSum sum(Line line, int from) {
        String undoes = line.text(from + 1);
        return new KindSum(
                TransferKind.valueOf(line.text(from)), undoes.isEmpty() ? null : TransferKind.valueOf(undoes),
                line.bigNumber(from + 2), line.bigNumber(from + 3));
    }

    private static LedgerEntry entry(Line line) {
        return new LedgerEntry(
                line.uuid(0), TransferKind.valueOf(line.text(1)), (LocalDate) line.values()[2], line.instant(3), line.bigNumber(4),
                line.text(5), new Source(line.text(6), line.text(7)));
    }
}
