package cn.shiyu.moralbank.figures;

import cn.shiyu.clock.Calendars;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.LedgerTotals;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the sums of closed days and what was booked since: quick however old the bank is. */
@ApplicationScoped
public class FiguresQueries {

    static final int MONTHS = 12;

    private static final LedgerTotals NOTHING = LedgerTotals.of(List.of());

    @Inject
    TenantSql sql;

    @Inject
    LedgerQueries ledger;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    public Uni<BankFigures> of(City city) {
        Instant now = clock.instant();
        YearMonth last = YearMonth.from(calendars.of(city).date(now));
        return sql.inTx(city.id(), connection -> ledger.totals(connection, city.id())
                .chain(totals -> ledger.months(connection, city.id(), last.minusMonths(MONTHS - 1L))
                        .map(moved -> new BankFigures(totals, months(last, moved), now))));
    }

    private static List<BankFigures.Month> months(YearMonth last, Map<YearMonth, LedgerTotals> moved) {
        long busiest = moved.values().stream()
                .mapToLong(one -> Math.max(one.issued(), one.spent()))
                .max()
                .orElse(0);
        long shown = moved.keySet().stream()
                .mapToLong(month -> ChronoUnit.MONTHS.between(month, last) + 1)
                .max()
                .orElse(1);
        return IntStream.range(0, (int) shown)
                .mapToObj(back -> last.minusMonths(back))
                .map(month -> month(month, moved.getOrDefault(month, NOTHING), busiest))
                .toList();
    }

    private static BankFigures.Month month(YearMonth month, LedgerTotals moved, long busiest) {
        return new BankFigures.Month(month, moved, share(moved.issued(), busiest), share(moved.spent(), busiest));
    }

    /** A month of many refunds may be below zero: its bar is empty. */
    private static long share(long points, long busiest) {
        return busiest <= 0 || points <= 0 ? 0 : Math.max(1, Math.round(100.0 * points / busiest));
    }
}
