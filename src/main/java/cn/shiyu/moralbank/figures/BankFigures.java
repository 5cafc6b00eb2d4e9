package cn.shiyu.moralbank.figures;

import cn.shiyu.moralbank.ledger.LedgerTotals;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * The whole bank of a city.
 *
 * @param totals since it began; issued = spent + expired + held + outstanding
 * @param months newest first, from this month back to the first in which something moved, at most twelve
 * @param at when this was read
 */
public record BankFigures(LedgerTotals totals, List<Month> months, Instant at) {

    /** @param moved in this month of the books, city's zone @param issuedShare of the busiest month, 0 to 100 @param spentShare likewise */
    public record Month(YearMonth month, LedgerTotals moved, long issuedShare, long spentShare) {}
}
