package cn.shiyu.assessment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A week or a month as the city counts them: from 00:00 of {@code start} to 00:00 of {@code end} (exclusive), Asia/Shanghai.
 *
 * @param code {@code w2026-07-27}, a week by its first day; {@code m2026-07}, a month by its name
 */
public record Period(String code, LocalDate start, LocalDate end) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Period weekOf(LocalDate day, DayOfWeek starts) {
        LocalDate start = day.with(TemporalAdjusters.previousOrSame(starts));
        return new Period("w" + start, start, start.plusWeeks(1));
    }

    /** The month of that name; one that starts later than the 1st begins in the month before. */
    static Period month(YearMonth name, int startsOn) {
        LocalDate start = startsOn == 1 ? name.atDay(1) : name.minusMonths(1).atDay(startsOn);
        return new Period("m" + name, start, start.plusMonths(1));
    }

    public static Period monthOf(LocalDate day, int startsOn) {
        YearMonth name = YearMonth.from(day);
        return month(startsOn > 1 && day.getDayOfMonth() >= startsOn ? name.plusMonths(1) : name, startsOn);
    }

    /** Empty for what is no period of this city, such as a week that starts in its middle. */
    public static Optional<Period> parse(String code, AssessmentRules rules) {
        try {
            Period period = code.startsWith("w")
                    ? weekOf(LocalDate.parse(code.substring(1)), rules.weekStarts())
                    : month(YearMonth.parse(code.substring(1)), rules.monthStartsOnDay());
            return Optional.of(period).filter(known -> known.code().equals(code));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    public boolean isWeek() {
        return code.startsWith("w");
    }

    public Period before(AssessmentRules rules) {
        return at(start.minusDays(1), rules);
    }

    public Period after(AssessmentRules rules) {
        return at(end, rules);
    }

    private Period at(LocalDate day, AssessmentRules rules) {
        return isWeek() ? weekOf(day, rules.weekStarts()) : monthOf(day, rules.monthStartsOnDay());
    }

    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    public boolean hasBegun(LocalDate today) {
        return !start.isAfter(today);
    }

    public Instant from() {
        return start.atStartOfDay(ZONE).toInstant();
    }

    public Instant to() {
        return end.atStartOfDay(ZONE).toInstant();
    }
}
