package cn.shiyu.clock;

import static cn.shiyu.clock.ClockFixtures.CALENDAR;
import static cn.shiyu.clock.ClockFixtures.SHANGHAI;
import static cn.shiyu.clock.ClockFixtures.at;
import static cn.shiyu.clock.ClockFixtures.frame;
import static cn.shiyu.clock.ClockFixtures.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    @ParameterizedTest(name = "{0} 上班: {1}")
    @CsvSource({
        "2026-09-30,true", "2026-10-01,false", "2026-10-07,false", "2026-10-08,true",
        "2026-10-10,true", "2026-10-11,false", "2026-09-20,true", "2026-01-04,true",
        "2027-10-01,true", "2027-01-02,false"
    })
    void knowsHolidaysAndMakeUpWorkdays(LocalDate date, boolean working) {
        assertThat(CALENDAR.isWorkingDay(date)).isEqualTo(working);
    }

    @ParameterizedTest(name = "{0} + {1}个工作日 = {2}")
    @CsvSource({
        "2026-09-30 16:20, 5, 2026-10-13 17:30", // 国庆七天不计,10月10日周六上班
        "2026-09-30 23:59, 1, 2026-10-08 17:30", // at night: still the day of the start
        "2026-10-03 09:00, 1, 2026-10-08 17:30", // started on a holiday
        "2026-10-09 17:31, 1, 2026-10-10 17:30", // a make-up Saturday counts
        "2026-10-10 10:00, 1, 2026-10-12 17:30", // started on a make-up Saturday
        "2026-02-13 10:00, 2, 2026-02-24 17:30", // 春节: 2月14日上班, 15–23日放假
        "2026-06-30 12:30, 1, 2026-07-01 17:30", // lunch break, month boundary
        "2026-12-30 10:00, 3, 2027-01-04 17:30" // into the year not announced: weekends alone
    })
    void countsWorkingDaysFromTheDayAfterTheStart(String start, int days, String due) {
        assertThat(local(CALENDAR.plus(at(start), Limit.workingDays(days)))).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} + {1}日 = {2}")
    @CsvSource({
        "2026-07-01 10:00, 15, 2026-07-17 00:00", // Thursday 16 July, 24:00
        "2026-09-16 09:00, 15, 2026-10-09 00:00", // 1 October: gives way to 8 October
        "2026-09-25 09:00, 15, 2026-10-11 00:00", // ends on a make-up Saturday, which is a working day
        "2026-09-11 09:00, 15, 2026-09-29 00:00", // a Saturday in 中秋节: gives way to Monday
        "2026-12-20 09:00, 13, 2027-01-05 00:00" // Saturday 2 January 2027
    })
    void countsCalendarDaysAndGivesWayToAWorkingDay(String start, int days, String due) {
        assertThat(local(CALENDAR.plus(at(start), Limit.calendarDays(days)))).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} + {1}个工作小时 = {2}")
    @CsvSource({
        "2026-09-30 16:30, 2, 2026-10-08 09:30", // across National Day
        "2026-07-01 10:00, 2, 2026-07-01 12:00", // ends with the morning, not with the afternoon's first second
        "2026-07-01 12:30, 2, 2026-07-01 16:00", // lunch takes no time
        "2026-07-01 03:00, 1, 2026-07-01 09:30",
        "2026-07-03 20:00, 8, 2026-07-07 09:30" // Friday night: seven hours on Monday, one on Tuesday
    })
    void countsWorkingHoursWithinOfficeHours(String start, int hours, String due) {
        assertThat(local(CALENDAR.plus(at(start), Limit.workingHours(hours)))).isEqualTo(due);
    }

    @Test
    void countsHoursAsTheyPass() {
        assertThat(local(CALENDAR.plus(at("2026-09-30 22:00"), Limit.hours(24)))).isEqualTo("2026-10-01 22:00");
    }

    @Test
    void measuresWorkingTimeBetweenInstants() {
        assertThat(CALENDAR.workingTime(at("2026-09-30 16:30"), at("2026-10-08 09:30")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(CALENDAR.workingTime(at("2026-10-01 00:00"), at("2026-10-08 00:00")))
                .isZero();
    }

    @Test
    void knowsWhichYearsAreAnnounced() {
        assertThat(CALENDAR.isAnnounced(2026)).isTrue();
        assertThat(CALENDAR.isAnnounced(2027)).isFalse();
    }

    @Test
    void doesNotTakeNewYearsDaysForAnAnnouncement() {
        List<SpecialDay> onlyNewYear = List.of(new SpecialDay(LocalDate.of(2027, 1, 1), "元旦", true));
        assertThat(calendar(Set.of(DayOfWeek.SUNDAY), List.of(frame("09:00", "17:00")), onlyNewYear)
                        .isAnnounced(2027))
                .isFalse();
    }

    @Test
    void refusesACalendarInWhichNoTimeEverPasses() {
        List<OfficeFrame> day = List.of(frame("09:00", "17:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(EnumSet.allOf(DayOfWeek.class), day, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(Set.of(), List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        calendar(Set.of(), List.of(frame("09:00", "12:00"), frame("11:00", "17:00")), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> frame("17:00", "09:00"));
    }

    private static WorkCalendar calendar(Set<DayOfWeek> weekend, List<OfficeFrame> frames, List<SpecialDay> days) {
        return new WorkCalendar(SHANGHAI, weekend, frames, days);
    }
}
