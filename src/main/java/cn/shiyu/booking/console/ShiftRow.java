package cn.shiyu.booking.console;

import cn.shiyu.platform.web.Form;
import java.util.List;
import java.util.stream.IntStream;

/** One row of the week's form, as typed. @param dayFault what is wrong with the weekday, or null @param timeFault with the times, or null */
record ShiftRow(int index, String day, String from, String to, boolean holidays, String dayFault, String timeFault) {

    static List<ShiftRow> of(Form week, int rows) {
        return IntStream.range(0, rows).mapToObj(i -> row(week, i)).toList();
    }

    private static ShiftRow row(Form week, int i) {
        return new ShiftRow(
                i, week.value("day-" + i), week.value("from-" + i), week.value("to-" + i), week.has("holidays-" + i, "on"),
                week.error("day-" + i), week.error("to-" + i));
    }
}
