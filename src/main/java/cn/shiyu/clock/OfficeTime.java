package cn.shiyu.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Walks forwards and backwards through the office hours of a calendar; nights, lunch and days off take no time. */
final class OfficeTime {

    /** From inclusive, to exclusive. */
    record Span(Instant from, Instant to) {

        Span within(Instant earliest, Instant latest) {
            return new Span(from.isBefore(earliest) ? earliest : from, to.isAfter(latest) ? latest : to);
        }

        Duration length() {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }
    }

    private final WorkCalendar calendar;

    OfficeTime(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = calendar.date(to);
        for (LocalDate day = calendar.date(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : calendar.officeSpans(day)) {
                sum = sum.plus(span.within(from, to).length());
            }
        }
        return sum;
    }

    /** The instant at which so much office time has passed since the start; 12:00 rather than 14:00 where both would do. */
    Instant after(Instant start, Duration amount) {
        Duration left = amount;
        for (LocalDate day = calendar.date(start); !left.isZero(); day = day.plusDays(1)) {
            for (Span whole : calendar.officeSpans(day)) {
                Span span = whole.within(start, Instant.MAX);
                if (left.compareTo(span.length()) <= 0) {
                    return span.from().plus(left);
                }
                left = left.minus(span.length());
            }
        }
        return start;
    }

    /** The instant from which so much office time is left until the end. */
    Instant before(Instant end, Duration amount) {
        Duration left = amount;
        for (LocalDate day = calendar.date(end); !left.isZero(); day = day.minusDays(1)) {
            List<Span> spans = calendar.officeSpans(day);
            for (int i = spans.size() - 1; i >= 0; i--) {
                Span span = spans.get(i).within(Instant.MIN, end);
                if (left.compareTo(span.length()) <= 0) {
                    return span.to().minus(left);
                }
                left = left.minus(span.length());
            }
        }
        return end;
    }
}
