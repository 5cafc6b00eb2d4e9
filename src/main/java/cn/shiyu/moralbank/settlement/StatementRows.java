package cn.shiyu.moralbank.settlement;

import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of statements, and what of the books goes into one. */
final class StatementRows {

    private static final String CLOSED = "select 1 from bank_close where tenant_id = $1 and closed_on >= $2 limit 1";
    // Who moved in the month and has no statement of it; refunds of a later month are of that month.
    private static final String OWED = """
            select a.account_id from bank_account a
            where a.tenant_id = $1 and a.kind = 'MERCHANT' and a.account_id > $4
              and exists (select 1 from bank_posting p where p.tenant_id = $1 and p.account_id = a.account_id and p.booked_on between $2 and $3)
              and not exists (select 1 from bank_statement s where s.tenant_id = $1 and s.account_id = a.account_id and s.month = $2)
            order by a.account_id limit $5""";
    private static final String LINES = """
            select t.transfer_id, t.kind, t.booked_on, t.booked_at, p.points, t.source_type, t.source_id from bank_posting p
            join bank_transfer t using (tenant_id, transfer_id)
            where p.tenant_id = $1 and p.account_id = $2 and p.booked_on between $3 and $4 and t.kind <> 'SETTLE'
            order by p.booked_on, p.transfer_id""";
    // All that was taken before the month, less all that was settled for months before it.
    private static final String OPENING = """
            select cast(coalesce((select sum(s.taken - s.refunded - greatest(s.due, 0)) from bank_statement s
              where s.tenant_id = $1 and s.account_id = $2 and s.month < $3), 0) as bigint)""";
    // Points know the budget they came from by their lot. What went through a hold is in the hold's own postings.
    private static final String SHARES = """
            insert into bank_statement_share (tenant_id, statement_id, budget, points)
            select $1, cast($3 as uuid), budget, cast(sum(points) as bigint) from (
              select l.budget, -q.points as points from bank_posting p
              join bank_transfer t using (tenant_id, transfer_id)
              join bank_transfer h on h.tenant_id = t.tenant_id
                and (h.transfer_id = t.ends_hold or h.ends_hold = t.ends_hold and h.kind = 'RELEASE')
              join bank_posting q on q.tenant_id = h.tenant_id and q.transfer_id = h.transfer_id
              join bank_lot l on l.tenant_id = q.tenant_id and l.lot_id = q.lot_id
              where p.tenant_id = $1 and p.account_id = $2 and p.booked_on between $4 and $5 and t.kind = 'CAPTURE'
              union all
              select l.budget, -q.points from bank_posting p
              join bank_transfer t using (tenant_id, transfer_id)
              join bank_posting q on q.tenant_id = t.tenant_id and q.transfer_id = t.transfer_id
              join bank_lot l on l.tenant_id = q.tenant_id and l.lot_id = q.lot_id
              where p.tenant_id = $1 and p.account_id = $2 and p.booked_on between $4 and $5 and t.kind in ('SPEND', 'REFUND', 'REVERSAL')) s
            group by budget having sum(points) <> 0""";
    private static final String ADD = """
            insert into bank_statement (tenant_id, statement_id, account_id, month, opening, taken, refunded, due, fen_per_point, fen, lines,
              digest, transfer_id, made_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";
    private static final String COLUMNS = """
            select statement_id, account_id, month, opening, taken, refunded, due, fen_per_point, fen, lines, digest, transfer_id, made_at
            from bank_statement where tenant_id = $1""";
    private static final String FIND = COLUMNS + " and statement_id = $2";
    private static final String MADE = COLUMNS + " and account_id = $2 and month = $3";
    private static final String OF_ACCOUNT = COLUMNS
            + " and account_id = $2 and (cast($3 as date) is null or month < cast($3 as date)) order by month desc limit $4";
    private static final String SHARES_OF = """
            select b.sponsor, b.name, s.points from bank_statement_share s
            join bank_budget b on b.tenant_id = s.tenant_id and b.account_id = s.budget
            where s.tenant_id = $1 and s.statement_id = $2 order by s.points desc, s.budget""";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('bank-settle:' || $1 || $2, 0))";

    private StatementRows() {}

    /** Whether nothing can be booked in that month any more. */
    static Uni<Boolean> closed(Statements sql, TenantId tenant, YearMonth month) {
        return sql.first(CLOSED, tenant.value(), month.atEndOfMonth()).map(Optional::isPresent);
    }

    static Uni<List<UUID>> owed(Statements sql, TenantId tenant, YearMonth month, UUID after, int most) {
        return sql.select(OWED, tenant.value(), month.atDay(1), month.atEndOfMonth(), after, most)
                .map(lines -> lines.stream().map(line -> line.uuid(0)).toList());
    }

    /** One at a time for each merchant. */
    static Uni<List<Line>> lock(Statements sql, TenantId tenant, UUID account) {
        return sql.select(LOCK, tenant.value(), account.toString());
    }

    static Uni<List<StatementLine>> lines(Statements sql, TenantId tenant, UUID account, YearMonth month) {
        return sql.select(LINES, tenant.value(), account, month.atDay(1), month.atEndOfMonth())
                .map(lines -> lines.stream()
                        .map(line -> new StatementLine(
                                line.uuid(0), TransferKind.valueOf(line.text(1)), (LocalDate) line.values()[2], line.instant(3),
                                line.bigNumber(4), new Source(line.text(5), line.text(6))))
                        .toList());
    }

    static Uni<Long> opening(Statements sql, TenantId tenant, UUID account, YearMonth month) {
        return sql.first(OPENING, tenant.value(), account, month.atDay(1)).map(line -> line.orElseThrow().bigNumber(0));
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, Statement it) {
        return sql.update(
                        ADD, tenant.value(), it.id(), it.account(), it.month().atDay(1), it.opening(), it.taken(), it.refunded(), it.due(),
                        it.fenPerPoint(), it.fen(), it.lines(), it.digest(), it.transfer(), it.madeAt())
                .chain(() -> sql.update(
                        SHARES, tenant.value(), it.account(), it.id(), it.month().atDay(1), it.month().atEndOfMonth()));
    }

    static Uni<Optional<Statement>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(StatementRows::statement));
    }

    static Uni<Optional<Statement>> made(Statements sql, TenantId tenant, UUID account, YearMonth month) {
        return sql.first(MADE, tenant.value(), account, month.atDay(1)).map(found -> found.map(StatementRows::statement));
    }

    /** Newest first. @param before the month the page before ended with, or null */
    static Uni<List<Statement>> ofAccount(Statements sql, TenantId tenant, UUID account, YearMonth before, int most) {
        return statements(sql.select(OF_ACCOUNT, tenant.value(), account, before == null ? null : before.atDay(1), most));
    }

    static Uni<List<StatementShare>> shares(Statements sql, TenantId tenant, UUID statement) {
        return sql.select(SHARES_OF, tenant.value(), statement)
                .map(lines -> lines.stream()
                        .map(line -> new StatementShare(line.text(0), line.text(1), line.bigNumber(2)))
                        .toList());
    }

    private static Uni<List<Statement>> statements(Uni<List<Line>> lines) {
        return lines.map(all -> all.stream().map(StatementRows::statement).toList());
    }

    private static Statement statement(Line line) {
        return new Statement(
                line.uuid(0), line.uuid(1), YearMonth.from((LocalDate) line.values()[2]), line.bigNumber(3), line.bigNumber(4),
                line.bigNumber(5), line.bigNumber(6), line.bigNumber(7), line.bigNumber(8), line.number(9), line.bytes(10), line.uuid(11),
                line.instant(12));
    }
}
