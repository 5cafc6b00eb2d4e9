package cn.shiyu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final AssessmentRules RULES = UnitFiguresTest.RULES;
    private static final AssessmentRules FROM_THE_19TH = rules(19, null);
    private static final AssessmentRules TO_NOON = rules(19, LocalTime.NOON);

    private static AssessmentRules rules(int startsOn, LocalTime dayBegins) {
        return new AssessmentRules(RULES.weights(), 0.9, DayOfWeek.MONDAY, startsOn, null, dayBegins, "办法");
    }

    @Test
    void aWeekBeginsAndEndsAtMidnightInShanghai() {
        Period week = Period.weekOf(LocalDate.of(2026, 11, 25), RULES);
        assertThat(week.code()).isEqualTo("w2026-11-23");
        assertThat(week.from()).isEqualTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(week.to()).isEqualTo(Instant.parse("2026-11-29T16:00:00Z"));
    }

    @Test
    void aMonthThatStartsOnThe19thIsNamedByTheMonthItEndsIn() {
        assertThat(Period.monthOf(LocalDate.of(2026, 7, 18), FROM_THE_19TH).code()).isEqualTo("m2026-07");
        assertThat(Period.monthOf(LocalDate.of(2026, 7, 19), FROM_THE_19TH).code()).isEqualTo("m2026-08");
        assertThat(Period.month(YearMonth.of(2026, 7), FROM_THE_19TH).start()).isEqualTo(LocalDate.of(2026, 6, 19));
    }

    @Test
    void aDayThatIsCountedToNoonBeginsAtNoonOfTheDayBefore() {
        Period month = Period.month(YearMonth.of(2026, 7), TO_NOON);
        assertThat(month.from()).isEqualTo(Instant.parse("2026-06-18T04:00:00Z"));
        assertThat(month.to()).isEqualTo(Instant.parse("2026-07-18T04:00:00Z"));
        assertThat(TO_NOON.cut().dayOf(Instant.parse("2026-07-18T03:59:59Z"))).isEqualTo(LocalDate.of(2026, 7, 18));
        assertThat(TO_NOON.cut().dayOf(Instant.parse("2026-07-18T04:00:00Z"))).isEqualTo(LocalDate.of(2026, 7, 19));
        assertThat(TO_NOON.cut().end(month.lastDay())).as("days fill the month").isEqualTo(month.to());
        assertThat(month.after(TO_NOON).from()).isEqualTo(month.to());
    }

    @Test
    void periodsFollowEachOtherWithoutAGap() {
        Period month = Period.monthOf(LocalDate.of(2026, 1, 31), RULES);
        assertThat(month.after(RULES).start()).isEqualTo(month.end());
        assertThat(month.before(RULES).end()).isEqualTo(month.start());
        assertThat(Period.parse("w2026-11-23", RULES).orElseThrow().before(RULES).code()).isEqualTo("w2026-11-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "w", "m2026-13", "w2026-11-24", "x2026-11", "w2026-02-30", "2026-11", "m2026-1"})
    void whatIsNoPeriodIsNone(String code) {
        assertThat(Period.parse(code, RULES)).isEmpty();
    }
}
