package cn.shiyu.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** "Why this deadline" (为什么是这个时间): the steps of the reckoning in plain Chinese, in the order they are taken. */
final class Explanation {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    private final CaseClock clock;
    private final WorkCalendar calendar;
    private final List<String> lines = new ArrayList<>();

    Explanation(CaseClock clock, WorkCalendar calendar) {
        this.clock = clock;
        this.calendar = calendar;
    }

    List<String> lines() {
        begin();
        clock.extensions.forEach(e -> lines.add("批准延长%s(%s)"
                .formatted(new Limit(e.amount, clock.unit).words(), e.reason)));
        clock.intervals.stream().filter(interval -> !interval.running).forEach(this::pause);
        daysOff();
        provisional();
        end();
        lines.add("依据:" + clock.ruleSource);
        return List.copyOf(lines);
    }

    private void begin() {
        String from = clock.unit.countsDays() ? "当日不计,从次日起算" : "即时起算";
        lines.add("%s 开始“%s”计时,%s".formatted(minute(clock.startedAt), clock.kind.title(), from));
        lines.add("限" + clock.limit().words() + hint());
    }

    private String hint() {
        return switch (clock.unit) {
            case HOURS -> ",连续计算,夜间和节假日也计入";
            case WORKING_HOURS -> ",只计办公时间";
            case CALENDAR_DAYS -> ",节假日也计入,最后一日24时截止";
            case WORKING_DAYS -> ",周末和节假日不计,最后一个工作日下班时截止";
        };
    }

    private void pause(ClockInterval pause) {
        String to = pause.toAt == null ? "起暂停至今" : "至 " + minute(pause.toAt) + " 暂停";
        lines.add("%s %s(%s)%s".formatted(minute(pause.fromAt), to, pause.reason, moved(pause)));
    }

    private String moved(ClockInterval pause) {
        if (pause.toAt == null) {
            return ",恢复后顺延";
        }
        return pause.counted == 0 ? ",不顺延" : ",顺延" + clock.unit.words(pause.counted);
    }

    private void daysOff() {
        if (clock.unit.skipsDaysOff()) {
            lines.addAll(new SpecialDays(calendar).between(calendar.date(clock.startedAt), lastDay()));
        } else if (clock.unit == LimitUnit.CALENDAR_DAYS) {
            rolled();
        }
    }

    private void rolled() {
        LocalDate nominal = calendar.reckoning().lastDay(clock.startedAt, clock.allowed() + clock.paused());
        if (!calendar.isWorkingDay(nominal)) {
            lines.add("最后一日%s是%s,顺延到下一个工作日".formatted(DAY.format(nominal), nameOf(nominal)));
        }
    }

    private String nameOf(LocalDate dayOff) {
        return calendar.special(dayOff)
                .map(day -> day.name() + "假期")
                .orElseGet(() -> dayOff.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA));
    }

    private void provisional() {
        int year = calendar.date(clock.dueAt).getYear();
        if (clock.provisional) {
            lines.add("%d年放假安排尚未公布,暂按周末推算,公布后可能调整".formatted(year));
        }
        if (clock.recountedAt != null) {
            lines.add("放假安排公布后,%s 按公布的安排重新推算".formatted(minute(clock.recountedAt)));
        }
    }

    private void end() {
        lines.add("到期:" + due());
        if (clock.state == ClockState.PAUSED) {
            lines.add("现在暂停计时,恢复后重新推算到期时间");
        } else if (clock.state == ClockState.STOPPED) {
            lines.add("%s 停止计时:%s".formatted(minute(clock.stoppedAt), clock.outcome.title()));
        }
    }

    private LocalDate lastDay() {
        return calendar.date(clock.dueAt.minusSeconds(1));
    }

    /** The end of a day is said as 24:00 of that day, as the law does, not as 00:00 of the next. */
    private String due() {
        ZonedDateTime due = clock.dueAt.atZone(calendar.zone());
        boolean endOfDay = clock.unit == LimitUnit.CALENDAR_DAYS && due.toLocalTime().equals(LocalTime.MIDNIGHT);
        return endOfDay ? DAY.format(lastDay()) + " 24:00" : MINUTE.format(due);
    }

    private String minute(Instant instant) {
        return MINUTE.format(instant.atZone(calendar.zone()));
    }
}
