package cn.shiyu.moralbank.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** Where a page of an account's history ends. */
record HistoryCursor(LocalDate day, UUID transfer) {

    private static final HistoryCursor START = new HistoryCursor(null, null);

    static HistoryCursor of(LedgerEntry last) {
        return new HistoryCursor(last.day(), last.transfer());
    }

    static HistoryCursor read(String cursor) {
        String[] parts = cursor == null ? new String[0] : cursor.split("~", 2);
        if (parts.length != 2) {
            return START;
        }
        try {
            return new HistoryCursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            return START;
        }
    }

    String write() {
        return day + "~" + transfer;
    }
}
