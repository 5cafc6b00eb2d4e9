package cn.shiyu.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * From when to when a day counts, Asia/Shanghai: from midnight to midnight, or, where a city counts to noon, from 12:00 of the day before
 * to 12:00 of the day itself: [D-1 12:00, D 12:00).
 *
 * @param begins on the day before; midnight for plain days
 */
public record DayCut(LocalTime begins) {

    public static final DayCut PLAIN = new DayCut(LocalTime.MIDNIGHT);

    public boolean isPlain() {
        return begins.equals(LocalTime.MIDNIGHT);
    }

    public Instant begin(LocalDate day) {
        LocalDate from = isPlain() ? day : day.minusDays(1);
        return from.atTime(begins).atZone(Period.ZONE).toInstant();
    }

    public Instant end(LocalDate day) {
        return begin(day.plusDays(1));
    }

    /** The day as which this moment counts. */
    public LocalDate dayOf(Instant moment) {
        ZonedDateTime there = moment.atZone(Period.ZONE);
        return isPlain() || there.toLocalTime().isBefore(begins) ? there.toLocalDate() : there.toLocalDate().plusDays(1);
    }
}
