package cn.shiyu.moralbank.settlement;

import cn.shiyu.platform.web.Messages;
import java.math.BigDecimal;
import java.util.List;

/** What a statement says above its lines: name and value, on the paper and in the spreadsheet alike. */
final class StatementFacts {

    private StatementFacts() {}

    /** Points as whole numbers, money in yuan. */
    static List<List<Object>> of(StatementView view) {
        Statement it = view.it();
        return List.of(
                row("shop", view.shop()),
                row("month", it.month().toString()),
                row("opening", it.opening()),
                row("taken", it.taken()),
                row("refunded", it.refunded()),
                row("due", it.due()),
                row("rate", BigDecimal.valueOf(it.fenPerPoint(), 2)),
                row("yuan", BigDecimal.valueOf(it.fen(), 2)),
                row("count", it.lines()),
                row("number", it.id().toString()),
                row("digest", it.digestText()));
    }

    private static List<Object> row(String key, Object value) {
        return List.of(Messages.get("settlement." + key), value);
    }
}
