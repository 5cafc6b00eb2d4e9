package cn.shiyu.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a period is counted (期间的计算), by 民法典 arts. 200–204, which cities' rules follow unless they say otherwise:
 *
 * <ul>
 *   <li>days: the day of the start is not counted, counting begins with the next (art. 201 par. 1);
 *   <li>hours: counted from the start itself (art. 201 par. 2);
 *   <li>calendar days end at 24:00 of the last day (art. 203 par. 2); a last day that is a day off gives way to the next
 *       working day (art. 203 par. 1);
 *   <li>working days end at the close of office of the last one, since offices have business hours (art. 203 par. 2).
 * </ul>
 */
final class Reckoning {

    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final WorkCalendar calendar;
    private final OfficeTime office;

    Reckoning(WorkCalendar calendar) {
        this.calendar = calendar;
        this.office = new OfficeTime(calendar);
    }

    /** @param quanta at least 1; see {@link LimitUnit} */
    Instant plus(Instant start, LimitUnit unit, long quanta) {
        return switch (unit) {
            case HOURS -> start.plusSeconds(quanta);
            case WORKING_HOURS -> office.after(start, Duration.ofSeconds(quanta));
            case CALENDAR_DAYS -> calendar.endOfDay(calendar.workingDayFrom(lastDay(start, quanta)));
            case WORKING_DAYS -> calendar.closeOfOffice(workingDay(calendar.date(start), quanta));
        };
    }

    /** The last calendar day of the period, before it gives way to a working day. */
    LocalDate lastDay(Instant start, long days) {
        return calendar.date(start).plusDays(days);
    }

    private LocalDate workingDay(LocalDate start, long nth) {
        LocalDate day = start;
        for (long left = nth; left > 0; left--) {
            day = calendar.workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** What has been counted between two instants, in whole quanta: pauses are measured as limits are. */
    long count(Instant from, Instant to, LimitUnit unit) {
        return switch (unit) {
            case HOURS -> Duration.between(from, to).toSeconds();
            case WORKING_HOURS -> office.between(from, to).toSeconds();
            case CALENDAR_DAYS -> ChronoUnit.DAYS.between(calendar.date(from), calendar.date(to));
            case WORKING_DAYS -> workingDays(calendar.date(from), calendar.date(to));
        };
    }

    private long workingDays(LocalDate from, LocalDate to) {
        return from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorkingDay).count();
    }

    /** The moment from which no more than the given quanta are left; for working units always within office hours. */
    Instant before(Instant due, LimitUnit unit, double quanta) {
        return switch (unit) {
            case HOURS -> due.minusSeconds((long) quanta);
            case WORKING_HOURS -> office.before(due, Duration.ofSeconds((long) quanta));
            case CALENDAR_DAYS -> due.minusSeconds((long) (quanta * SECONDS_A_DAY));
            case WORKING_DAYS -> office.before(due, officeDays(quanta));
        };
    }

    private Duration officeDays(double days) {
        return Duration.ofSeconds((long) (days * calendar.officeSecondsADay()));
    }
}
