package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.figures.BankFigures;
import cn.shiyu.moralbank.ledger.LedgerTotals;
import cn.shiyu.platform.web.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sums for a spreadsheet: UTF-8 with the mark by which Excel knows it; the whole first, then a line a month. Figures alone. */
final class FiguresCsv {

    private static final String MARK = "\uFEFF";
    private static final List<String> COLUMNS =
            List.of("month", "funded", "issued", "spent", "expired", "held", "outstanding", "settled");

    private FiguresCsv() {}

    static String of(BankFigures figures) {
        String head = COLUMNS.stream().map(column -> Messages.get("figures." + column)).collect(Collectors.joining(","));
        Stream<String> lines = figures.months().stream().map(month -> line(month.month().toString(), month.moved()));
        return MARK
                + Stream.of(Stream.of(head, line(Messages.get("figures.whole"), figures.totals())), lines)
                        .flatMap(part -> part)
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(String name, LedgerTotals it) {
        return Stream.of(name, it.funded(), it.issued(), it.spent(), it.expired(), it.held(), it.outstanding(), it.settled())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
