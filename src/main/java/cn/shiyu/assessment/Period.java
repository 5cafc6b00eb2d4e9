package cn.shiyu.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A week or a month as the city counts them: the days from {@code start} to before {@code end}, each from when to when its cut says.
 *
 * @param code {@code w2026-07-27}, a week by its first day; {@code m2026-07}, a month by its name
 */
public record Period(String code, LocalDate start, LocalDate end, DayCut cut) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Period weekOf(LocalDate day, AssessmentRules rules) {
        LocalDate start = day.with(TemporalAdjusters.previousOrSame(rules.weekStarts()));
        return new Period("w" + start, start, start.plusWeeks(1), rules.cut());
    }

    /** The month of that name; one that starts later than the 1st begins in the month before. */
    static Period month(YearMonth name, AssessmentRules rules) {
        int startsOn = rules.monthStartsOnDay();
        LocalDate start = startsOn == 1 ? name.atDay(1) : name.minusMonths(1).atDay(startsOn);
        return new Period("m" + name, start, start.plusMonths(1), rules.cut());
    }

    public static Period monthOf(LocalDate day, AssessmentRules rules) {
        YearMonth name = YearMonth.from(day);
        int startsOn = rules.monthStartsOnDay();
        return month(startsOn > 1 && day.getDayOfMonth() >= startsOn ? name.plusMonths(1) : name, rules);
    }

    /** Empty for what is no period of this city, such as a week that starts in its middle. */
    public static Optional<Period> parse(String code, AssessmentRules rules) {
        try {
            Period period = code.startsWith("w")
                    ? weekOf(LocalDate.parse(code.substring(1)), rules)
                    : month(YearMonth.parse(code.substring(1)), rules);
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
        return isWeek() ? weekOf(day, rules) : monthOf(day, rules);
    }

    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    public boolean hasBegun(LocalDate today) {
        return !start.isAfter(today);
    }

    public Instant from() {
        return cut.begin(start);
    }

    public Instant to() {
        return cut.begin(end);
    }
}
