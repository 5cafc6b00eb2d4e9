package cn.shiyu.moralbank.award;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * A time of the year in which things earn more, or less.
 *
 * @param from first day, {@code MM-dd}; {@code to} the last; a season may go over New Year
 * @param percent 100 is as always
 * @param kinds codes; empty: all
 */
public record Season(String name, String from, String to, int percent, List<String> kinds) {

    public Season {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    boolean covers(String kind, LocalDate day) {
        MonthDay at = MonthDay.from(day);
        MonthDay first = day(from);
        MonthDay last = day(to);
        boolean within = first.isAfter(last)
                ? !at.isBefore(first) || !at.isAfter(last)
                : !at.isBefore(first) && !at.isAfter(last);
        return within && (kinds.isEmpty() || kinds.contains(kind));
    }

    /** 01-20 – 02-28 */
    public String span() {
        return from + " – " + to;
    }

    /** @throws java.time.DateTimeException for what is no day */
    public static MonthDay day(String text) {
        return MonthDay.parse("--" + text);
    }
}
