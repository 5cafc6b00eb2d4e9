package cn.shiyu.clock;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says which announced days bear on a period: holidays as ranges, make-up workdays one by one. */
final class SpecialDays {

    private final WorkCalendar calendar;
    private final List<String> lines = new ArrayList<>();
    private LocalDate holidayFrom;
    private String holiday;

    SpecialDays(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param after not included, as the day of the start is not counted @param last included */
    List<String> between(LocalDate after, LocalDate last) {
        for (LocalDate day = after.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            see(day, calendar.special(day));
        }
        endHoliday(last);
        return lines;
    }

    private void see(LocalDate day, Optional<SpecialDay> special) {
        String off = special.filter(SpecialDay::off).map(SpecialDay::name).orElse(null);
        if (holiday != null && !holiday.equals(off)) {
            endHoliday(day.minusDays(1));
        }
        if (off != null && holiday == null) {
            holiday = off;
            holidayFrom = day;
        }
        special.filter(s -> !s.off()).ifPresent(s -> lines.add(monthDay(day) + weekday(day) + "调休上班,计入"));
    }

    private void endHoliday(LocalDate last) {
        if (holiday == null) {
            return;
        }
        String range = last.equals(holidayFrom) ? monthDay(last) : monthDay(holidayFrom) + "至" + until(last);
        lines.add("%s%s放假,不计".formatted(range, holiday));
        holiday = null;
    }

    private String until(LocalDate last) {
        return last.getMonth() == holidayFrom.getMonth() ? last.getDayOfMonth() + "日" : monthDay(last);
    }

    private static String monthDay(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String weekday(LocalDate day) {
        return "(" + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA) + ")";
    }
}
