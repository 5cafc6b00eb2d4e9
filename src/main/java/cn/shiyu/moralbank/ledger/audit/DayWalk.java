package cn.shiyu.moralbank.ledger.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recomputes closed days while the transfers go by in the order of the books. */
final class DayWalk {

    private final String tenant;
    private final DayBook book;
    private final LocalDate lastClosed;
    private final Map<String, long[]> sums = new TreeMap<>();
    private LocalDate day;
    private DayDigest digest;

    /** @param first the day to begin with @param before what was written down for the day before it; empty if there was none */
    DayWalk(String tenant, DayBook book, LocalDate first, byte[] before) {
        this.tenant = tenant;
        this.book = book;
        this.lastClosed = book.closes().isEmpty() ? null : book.closes().lastKey();
        this.day = first;
        this.digest = new DayDigest(tenant, first, before);
    }

    /** The next transfer, found sound. @return what is wrong with a day that ended before it */
    Optional<Difference> see(BookedTransfer it) {
        Optional<Difference> wrong = endDaysBefore(it.day());
        digest.add(it.seal(), it.postings(), it.points());
        long[] sum = sums.computeIfAbsent(it.kind() + "/" + it.undoes(), kind -> new long[2]);
        sum[0]++;
        sum[1] += it.points();
        return wrong;
    }

    /** No more transfers. */
    Optional<Difference> end() {
        return lastClosed == null ? Optional.empty() : endDaysBefore(lastClosed.plusDays(1));
    }

    private Optional<Difference> endDaysBefore(LocalDate next) {
        while (day.isBefore(next) && lastClosed != null && !day.isAfter(lastClosed)) {
            Optional<Difference> wrong = compare(book.closes().get(day));
            if (wrong.isPresent()) {
                return wrong;
            }
            byte[] before = digest.value();
            day = day.plusDays(1);
            digest = new DayDigest(tenant, day, before);
            sums.clear();
        }
        return Optional.empty();
    }

    private Optional<Difference> compare(DayBook.Closed closed) {
        if (closed == null) {
            return Optional.of(Difference.of("unclosed", day));
        }
        String stands = closed.transfers() + "/" + closed.postings() + "/" + closed.points();
        String ought = digest.transfers() + "/" + digest.postings() + "/" + digest.points();
        if (!stands.equals(ought)) {
            return Optional.of(Difference.of("dayFigures", day, stands, ought));
        }
        Map<String, String> moved = new TreeMap<>();
        sums.forEach((kind, sum) -> moved.put(kind, sum[0] + " " + sum[1]));
        Map<String, String> written = book.sums().getOrDefault(day, Map.of());
        if (!moved.equals(written)) {
            return Optional.of(Difference.of("daySums", day, written, moved));
        }
        return Arrays.equals(closed.digest(), digest.value())
                ? Optional.empty()
                : Optional.of(Difference.of(
                        "dayDigest", day, HexFormat.of().formatHex(closed.digest()), HexFormat.of().formatHex(digest.value())));
    }
}
