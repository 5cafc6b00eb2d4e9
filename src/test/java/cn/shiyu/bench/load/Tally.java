package cn.shiyu.bench.load;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts and times of one kind of request, in microseconds; used by the generator's one thread alone. */
public final class Tally {

    private final Histogram fine = new Histogram(60_000_000L, 3);
    private final Histogram shed = new Histogram(60_000_000L, 3);
    private final Map<Integer, Integer> bad = new TreeMap<>();
    private double seconds;

    public void add(Answer answer, long nanos) {
        long micros = Math.min(60_000_000L, Math.max(1, nanos / 1_000));
        if (answer.isFine()) {
            fine.recordValue(micros);
        } else if (answer.isShed()) {
            shed.recordValue(micros);
        } else {
            bad.merge(answer.status(), 1, Integer::sum);
        }
    }

    public void took(double seconds) {
        this.seconds = seconds;
    }

    public double perSecond() {
        return fine.getTotalCount() / seconds;
    }

    public long fine() {
        return fine.getTotalCount();
    }

    public long shed() {
        return shed.getTotalCount();
    }

    public long bad() {
        return bad.values().stream().mapToInt(n -> n).sum();
    }

    /** Status and count of what neither worked nor was turned away properly; 0 is no answer at all. */
    public Map<Integer, Integer> badByStatus() {
        return bad;
    }

    public double millis(double percentile) {
        return fine.getValueAtPercentile(percentile) / 1_000.0;
    }

    public double shedMillis(double percentile) {
        return shed.getValueAtPercentile(percentile) / 1_000.0;
    }

    public double mostMillis() {
        return fine.getMaxValue() / 1_000.0;
    }

    /** {@code p50 / p95 / p99} in milliseconds. */
    public String times() {
        return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", millis(50), millis(95), millis(99));
    }
}
