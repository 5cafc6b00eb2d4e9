package cn.shiyu.casework;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some months to search at once, newest first: a frequent word fills a page from one month, a rare one is asked for in more and
 * more of them, as long as that is quick.
 *
 * @param newest the last month, counted from the year 0, in UTC as the table {@code case_search} has it
 * @param months how many, at least 1
 */
record SearchSpan(int newest, int months) {

    /** What a step may take for the next to be twice as long. */
    private static final long QUICK_MILLIS = 150;

    static SearchSpan from(Instant newest) {
        return new SearchSpan(month(newest), 1);
    }

    static int month(Instant at) {
        YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    SearchSpan before(long tookMillis) {
        return new SearchSpan(newest - months, tookMillis < QUICK_MILLIS ? months * 2 : months);
    }

    int oldest() {
        return newest - months + 1;
    }

    /** What is older than this has not been searched. */
    Instant begin() {
        return YearMonth.of(oldest() / 12, oldest() % 12 + 1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    boolean reaches(Instant at) {
        return oldest() <= month(at);
    }

    /** As PostgreSQL writes an array. */
    String array() {
        return IntStream.rangeClosed(oldest(), newest).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
