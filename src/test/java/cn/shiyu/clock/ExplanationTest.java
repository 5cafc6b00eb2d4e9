package cn.shiyu.clock;

import static cn.shiyu.clock.ClockFixtures.CALENDAR;
import static cn.shiyu.clock.ClockFixtures.at;
import static cn.shiyu.clock.ClockFixtures.clock;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void tellsHowADeadlineOverNationalDayCameAbout() {
        CaseClock clock = clock(Limit.workingDays(5), "2026-09-30 16:20");
        clock.pause("等您补充材料", at("2026-10-08 10:00"));
        clock.resume(CALENDAR, at("2026-10-10 09:00"));
        assertThat(clock.explain(CALENDAR))
                .containsExactly(
                        "2026-09-30 16:20 开始“办理”计时,当日不计,从次日起算",
                        "限5个工作日,周末和节假日不计,最后一个工作日下班时截止",
                        "2026-10-08 10:00 至 2026-10-10 09:00 暂停(等您补充材料),顺延2个工作日",
                        "10月1日至7日国庆节放假,不计",
                        "10月10日(周六)调休上班,计入",
                        "到期:2026-10-15 17:30",
                        "依据:本市热线办理规程第八条");
    }

    @Test
    void tellsWhyCalendarDaysGaveWayToAWorkingDay() {
        CaseClock clock = clock(Limit.calendarDays(15), "2026-09-16 09:00");
        assertThat(clock.explain(CALENDAR))
                .contains("限15日,节假日也计入,最后一日24时截止", "最后一日2026-10-01是国庆节假期,顺延到下一个工作日", "到期:2026-10-08 24:00");
    }

    @Test
    void tellsThatNextYearIsNotAnnounced() {
        assertThat(clock(Limit.workingDays(5), "2026-12-30 10:00").explain(CALENDAR))
                .contains("2027年放假安排尚未公布,暂按周末推算,公布后可能调整");
    }

    @Test
    void tellsOfExtensionsAndOfTheEnd() {
        CaseClock clock = clock(Limit.hours(24), "2026-07-06 10:00");
        clock.extend(Limit.hours(12), "等待配件", CALENDAR, at("2026-07-06 20:00"));
        clock.stop(CALENDAR, at("2026-07-07 20:00"));
        assertThat(clock.explain(CALENDAR))
                .contains("批准延长12小时(等待配件)", "到期:2026-07-07 22:00", "2026-07-07 20:00 停止计时:按时");
    }

    @Test
    void tellsThatAPauseLasts() {
        CaseClock clock = clock(Limit.workingHours(8), "2026-07-06 10:00");
        clock.pause("等您补充材料", at("2026-07-06 11:00"));
        assertThat(clock.explain(CALENDAR))
                .contains("2026-07-06 11:00 起暂停至今(等您补充材料),恢复后顺延", "现在暂停计时,恢复后重新推算到期时间");
    }
}
