package cn.shiyu.booking;

import cn.shiyu.clock.SpecialDay;
import cn.shiyu.clock.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a bookable is there (排班): its week, the days that differ, the city's holidays and make-up workdays. Immutable.
 *
 * @param makeUpDaysAs whose hours a make-up workday on a weekend has, where the week does not name that weekday
 */
record Rota(List<RotaPattern> week, List<RotaException> exceptions, WorkCalendar calendar, DayOfWeek makeUpDaysAs) {

    /** In order, none touching another. */
    List<Hours> on(LocalDate day) {
        List<Hours> open = Hours.union(
                Stream.concat(planned(day).map(RotaPattern::hours), differing(day, true)).toList());
        for (Hours closed : differing(day, false).toList()) {
            open = Hours.without(open, closed);
        }
        return open;
    }

    private Stream<RotaPattern> planned(LocalDate day) {
        Optional<SpecialDay> special = calendar.special(day);
        if (special.isPresent() && special.get().off()) {
            return of(day.getDayOfWeek()).filter(RotaPattern::onHolidays);
        }
        boolean instead = special.isPresent() && of(day.getDayOfWeek()).findAny().isEmpty();
        return of(instead ? makeUpDaysAs : day.getDayOfWeek());
    }

    private Stream<RotaPattern> of(DayOfWeek weekday) {
        return week.stream().filter(pattern -> pattern.day() == weekday);
    }

    private Stream<Hours> differing(LocalDate day, boolean extra) {
        return exceptions.stream()
                .filter(exception -> exception.day().equals(day) && exception.extra() == extra)
                .map(RotaException::hours);
    }

    /** Whether it is there all the while. */
    boolean covers(Instant from, Instant to) {
        LocalDate day = calendar.date(from);
        return on(day).stream().anyMatch(hours -> !at(day, hours).from().isAfter(from) && !at(day, hours).to().isBefore(to));
    }

    Span at(LocalDate day, Hours hours) {
        return new Span(
                day.atTime(hours.from()).atZone(calendar.zone()).toInstant(),
                day.atTime(hours.to()).atZone(calendar.zone()).toInstant());
    }
}
