package cn.shiyu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final AssessmentRules RULES = UnitFiguresTest.RULES;

    @Test
    void aWeekBeginsAndEndsAtMidnightInShanghai() {
        Period week = Period.weekOf(LocalDate.of(2026, 11, 25), DayOfWeek.MONDAY);
        assertThat(week.code()).isEqualTo("w2026-11-23");
        assertThat(week.from()).isEqualTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(week.to()).isEqualTo(Instant.parse("2026-11-29T16:00:00Z"));
    }

    @Test
    void aMonthThatStartsOnThe19thIsNamedByTheMonthItEndsIn() {
        assertThat(Period.monthOf(LocalDate.of(2026, 7, 18), 19).code()).isEqualTo("m2026-07");
        assertThat(Period.monthOf(LocalDate.of(2026, 7, 19), 19).code()).isEqualTo("m2026-08");
        assertThat(Period.month(YearMonth.of(2026, 7), 19).start()).isEqualTo(LocalDate.of(2026, 6, 19));
    }

    @Test
    void periodsFollowEachOtherWithoutAGap() {
        Period month = Period.monthOf(LocalDate.of(2026, 1, 31), 1);
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
