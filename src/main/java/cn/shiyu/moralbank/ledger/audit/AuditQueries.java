package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.clock.Calendars;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the clerk of the bank sees of its books. */
@ApplicationScoped
public class AuditQueries {

    private static final String CLOSES = """
            select closed_on, transfers, postings, points, digest, closed_at from bank_close
            where tenant_id = $1 and (cast($2 as date) is null or closed_on < $2) order by closed_on desc limit $3""";
    private static final String LAST = """
            select ended_at, transfers, postings, difference from bank_reconciled where tenant_id = $1 order by run_id desc limit 1""";

    @Inject
    Calendars calendars;

    /** Newest first. @param cursor of the page before; null or anything else unreadable for the first */
    public Uni<Page<ClosedDay>> days(SqlConnection connection, TenantId tenant, String cursor, int size) {
        return Statements.on(connection)
                .select(CLOSES, tenant.value(), day(cursor), size + 1)
                .map(lines -> {
                    List<ClosedDay> all = lines.stream().limit(size).map(AuditQueries::closed).toList();
                    return new Page<>(all, lines.size() > size ? all.get(size - 1).day().toString() : null);
                });
    }

    private static ClosedDay closed(Line line) {
        return new ClosedDay(
                (LocalDate) line.values()[0], line.bigNumber(1), line.bigNumber(2), line.bigNumber(3), HexFormat.of().formatHex(line.bytes(4)),
                line.instant(5));
    }

    private static LocalDate day(String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : LocalDate.parse(cursor);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public Uni<Optional<LastAudit>> lastRun(SqlConnection connection, TenantId tenant) {
        return Statements.on(connection)
                .first(LAST, tenant.value())
                .map(line -> line.map(run -> new LastAudit(run.instant(0), run.bigNumber(1), run.bigNumber(2), run.text(3))));
    }

    /** With its postings, its seal recomputed. */
    public Uni<Optional<TransferSheet>> transfer(SqlConnection connection, City city, UUID id) {
        TransferCheck check = new TransferCheck(city.id().value(), calendars.of(city).zone());
        return BookPages.one(Statements.on(connection), city.id(), id)
                .map(found -> found.map(it -> TransferSheet.of(it, check.fault(it).map(Difference::toString).orElse(null))));
    }
}
