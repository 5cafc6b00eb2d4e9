package cn.shiyu.clock;

import static cn.shiyu.clock.ClockFixtures.CALENDAR;
import static cn.shiyu.clock.ClockFixtures.at;
import static cn.shiyu.clock.ClockFixtures.clock;
import static cn.shiyu.clock.ClockFixtures.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseClockTest {

    @Test
    void movesItsEndByTheWorkingDaysPaused() {
        CaseClock clock = clock(Limit.workingDays(5), "2026-09-30 16:20");
        clock.pause("等您补充材料", at("2026-10-08 10:00"));
        clock.resume(CALENDAR, at("2026-10-10 09:00"));
        assertThat(local(clock.dueAt())).isEqualTo("2026-10-15 17:30");
    }

    @Test
    void doesNotMoveForAPauseWithinOneDay() {
        CaseClock clock = clock(Limit.workingDays(5), "2026-07-01 10:00");
        clock.pause("核实地点", at("2026-07-02 09:00"));
        clock.resume(CALENDAR, at("2026-07-02 17:00"));
        assertThat(local(clock.dueAt())).isEqualTo("2026-07-08 17:30");
    }

    @Test
    void countsAPauseOverAHolidayInItsOwnUnit() {
        CaseClock workingHours = clock(Limit.workingHours(4), "2026-09-30 16:30");
        workingHours.pause("停电", at("2026-09-30 17:00"));
        workingHours.resume(CALENDAR, at("2026-10-08 09:00"));
        assertThat(local(workingHours.dueAt())).isEqualTo("2026-10-08 14:30");

        CaseClock hours = clock(Limit.hours(24), "2026-09-30 10:00");
        hours.pause("等待", at("2026-09-30 12:00"));
        hours.resume(CALENDAR, at("2026-10-03 12:00"));
        assertThat(local(hours.dueAt())).isEqualTo("2026-10-04 10:00");
    }

    @Test
    void isExtendedInItsOwnUnit() {
        CaseClock clock = clock(Limit.calendarDays(60), "2026-03-02 09:00");
        clock.extend(Limit.calendarDays(30), "情况复杂,经批准", CALENDAR, at("2026-04-20 09:00"));
        assertThat(local(clock.dueAt())).isEqualTo("2026-06-02 00:00"); // 31 May is a Sunday
        assertThatThrownBy(() -> clock.extend(Limit.hours(5), "", CALENDAR, at("2026-04-21 09:00")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("extension-unit-differs"));
    }

    @Test
    void turnsYellowAndRed() {
        CaseClock clock = clock(Limit.workingDays(4), "2026-07-06 10:00"); // Monday; one working day is left on Thursday evening
        assertThat(clock.light(at("2026-07-09 17:29"))).isEqualTo(Light.GREEN);
        assertThat(local(clock.warnAt())).isEqualTo("2026-07-10 08:30");
        assertThat(clock.light(at("2026-07-10 08:30"))).isEqualTo(Light.YELLOW);
        assertThat(clock.light(at("2026-07-10 17:30"))).isEqualTo(Light.YELLOW);
        assertThat(clock.light(at("2026-07-10 17:30").plusSeconds(1))).isEqualTo(Light.RED);
    }

    @Test
    void keepsItsLightWhilePaused() {
        CaseClock clock = clock(Limit.hours(2), "2026-07-06 10:00");
        clock.pause("等待", at("2026-07-06 10:30"));
        assertThat(clock.light(at("2026-08-06 10:00"))).isEqualTo(Light.GREEN);
    }

    @Test
    void isMetUpToTheLastSecondAndMissedAfterIt() {
        CaseClock met = clock(Limit.hours(2), "2026-07-06 10:00");
        met.stop(CALENDAR, at("2026-07-06 12:00").plusMillis(999));
        assertThat(met.outcome()).isEqualTo(ClockOutcome.MET);

        CaseClock missed = clock(Limit.hours(2), "2026-07-06 10:00");
        missed.stop(CALENDAR, at("2026-07-06 12:00").plusSeconds(1));
        assertThat(missed.outcome()).isEqualTo(ClockOutcome.MISSED);
        assertThat(missed.light(at("2026-07-06 12:30"))).isEqualTo(Light.RED);
    }

    @Test
    void lapsesUnlessOverdue() {
        CaseClock inTime = clock(Limit.hours(2), "2026-07-06 10:00");
        inTime.lapse(CALENDAR, at("2026-07-06 11:00"));
        assertThat(inTime.outcome()).isEqualTo(ClockOutcome.LAPSED);

        CaseClock late = clock(Limit.hours(2), "2026-07-06 10:00");
        late.lapse(CALENDAR, at("2026-07-06 13:00"));
        assertThat(late.outcome()).isEqualTo(ClockOutcome.MISSED);
    }

    @Test
    void isNeverMissedWhenItIsAWindowAndNoDuty() {
        LimitRule window = new LimitRule(ClockKind.RETURN, null, 2, LimitUnit.WORKING_DAYS, null, "规程");
        CaseClock clock = ClockFixtures.clock(window, at("2026-07-06 10:00"));
        assertThat(clock.light(at("2026-07-20 10:00"))).isEqualTo(Light.GREEN);
        clock.lapse(CALENDAR, at("2026-07-20 10:00"));
        assertThat(clock.outcome()).isEqualTo(ClockOutcome.LAPSED);
    }

    @Test
    void isMetWhenStoppedDuringAPause() {
        CaseClock clock = clock(Limit.hours(2), "2026-07-06 10:00");
        clock.pause("等待", at("2026-07-06 11:00"));
        clock.stop(CALENDAR, at("2026-07-09 11:00"));
        assertThat(clock.outcome()).isEqualTo(ClockOutcome.MET);
    }

    @Test
    void staysOverdueWhenPausedTooLate() {
        CaseClock clock = clock(Limit.hours(2), "2026-07-06 10:00");
        clock.pause("等待", at("2026-07-06 13:00"));
        clock.resume(CALENDAR, at("2026-07-20 13:00"));
        assertThat(local(clock.dueAt())).isEqualTo("2026-07-06 12:00");
        assertThat(clock.light(at("2026-07-20 13:00"))).isEqualTo(Light.RED);
    }

    @Test
    void bearsClocksOfInstancesThatDiffer() {
        CaseClock clock = clock(Limit.hours(2), "2026-07-06 10:00");
        clock.pause("等待", at("2026-07-06 09:59"));
        clock.resume(CALENDAR, at("2026-07-06 09:58"));
        assertThat(local(clock.dueAt())).isEqualTo("2026-07-06 12:00");
        assertThat(clock.intervals()).allSatisfy(interval -> assertThat(interval.from()).isEqualTo(at("2026-07-06 10:00")));
    }

    @Test
    void saysWhenItRestsOnAYearNotAnnounced() {
        assertThat(clock(Limit.workingDays(5), "2026-12-30 10:00").isProvisional()).isTrue();
        assertThat(clock(Limit.workingDays(5), "2026-11-30 10:00").isProvisional()).isFalse();
        assertThat(clock(Limit.hours(100), "2026-12-30 10:00").isProvisional()).isFalse();
    }

    @Test
    void isReckonedAgainOnceNextYearIsAnnounced() {
        CaseClock clock = clock(Limit.workingDays(5), "2026-12-30 10:00");
        assertThat(local(clock.dueAt())).isEqualTo("2027-01-06 17:30");
        assertThat(clock.recount(CALENDAR, at("2026-12-31 09:00"))).isFalse();

        WorkCalendar announced = ClockFixtures.calendarWith(
                new SpecialDay(LocalDate.of(2027, 1, 1), "元旦", true),
                new SpecialDay(LocalDate.of(2027, 2, 6), "春节", true));
        assertThat(clock.recount(announced, at("2026-12-31 09:00"))).isTrue();
        assertThat(local(clock.dueAt())).isEqualTo("2027-01-07 17:30");
        assertThat(clock.isProvisional()).isFalse();
        assertThat(clock.explain(announced)).contains("1月1日元旦放假,不计", "放假安排公布后,2026-12-31 09:00 按公布的安排重新推算");
    }

    @Test
    void keepsTheRuleItWasStartedBy() {
        CaseClock clock = clock(Limit.workingDays(5), "2026-07-06 10:00");
        assertThat(clock.limit()).isEqualTo(Limit.workingDays(5));
        assertThat(clock.ruleSource()).isEqualTo("本市热线办理规程第八条");
    }
}
