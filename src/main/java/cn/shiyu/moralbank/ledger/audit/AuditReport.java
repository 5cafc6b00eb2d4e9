package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.web.Messages;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;

/** How far a reconciliation has come, and what it found. */
public final class AuditReport {

    private final String city;
    private final Consumer<String> progress;
    private final long began = System.nanoTime();
    private long transfers;
    private long postings;
    private YearMonth month;
    private Difference difference;

    AuditReport(String city, Consumer<String> progress) {
        this.city = city;
        this.progress = progress;
    }

    void saw(LocalDate day, int lines) {
        YearMonth now = YearMonth.from(day);
        if (!now.equals(month)) {
            tell(Messages.get("ledger.reconcile.progress", now, transfers, postings));
            month = now;
        }
        transfers++;
        postings += lines;
    }

    void tell(String words) {
        progress.accept(words);
    }

    void found(Difference one) {
        difference = one;
    }

    public boolean isWhole() {
        return difference == null;
    }

    /** The first in the order of the books; null when all agrees. */
    public Difference difference() {
        return difference;
    }

    public long transfers() {
        return transfers;
    }

    public long postings() {
        return postings;
    }

    public long millis() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Override
    public String toString() {
        return isWhole()
                ? Messages.get("ledger.reconcile.whole", city, transfers, postings)
                : Messages.get("ledger.reconcile.broken", city, transfers, difference);
    }
}
