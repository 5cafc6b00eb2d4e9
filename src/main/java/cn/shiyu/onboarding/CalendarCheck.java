package cn.shiyu.onboarding;

import cn.shiyu.clock.Calendars;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;

/** Section {@code calendar}: zone, office hours, weekend, and the announced days beside the tenant file. */
record CalendarCheck(Calendars calendars) implements SectionCheck {

    @Override
    public void check(TenantFile file) {
        Entry calendar = file.section("calendar");
        int before = file.faults().all().size();
        zone(calendar, calendar.text("zone"));
        calendar.text("holidays");
        calendar.texts("weekend").forEach(day -> calendar.choice("weekend", day, DayOfWeek.class));
        calendar.entries("officeHours").forEach(CalendarCheck::frame);
        if (file.faults().all().size() == before) {
            whole(file, calendar);
        }
    }

    private static void zone(Entry calendar, String zone) {
        try {
            ZoneId.of(zone.isEmpty() ? "Asia/Shanghai" : zone);
        } catch (DateTimeException e) {
            calendar.fault("zone", "没有时区“" + zone + "”，应为 Asia/Shanghai");
        }
    }

    private static void frame(Entry frame) {
        String form = "([01]\\d|2[0-3]):[0-5]\\d";
        String from = frame.text("from", form, "\"08:30\"");
        String to = frame.text("to", form, "\"12:00\"");
        if (from.matches(form) && to.matches(form) && !LocalTime.parse(from).isBefore(LocalTime.parse(to))) {
            frame.fault("to", "下班时间应晚于上班时间");
        }
    }

    /** The parts are in order; whether they make a calendar the clock itself must say. */
    private void whole(TenantFile file, Entry calendar) {
        try {
            calendars.of(file.city());
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            calendar.fault("读不成工作日历（" + cause.getMessage() + "）：请检查 holidays 文件的日期和重复，以及 officeHours 是否重叠");
        }
    }
}
