package cn.shiyu.dashboard.console;

import cn.shiyu.dashboard.Dashboard;
import cn.shiyu.dashboard.HotSpot;
import cn.shiyu.dashboard.MarkedCase;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Where marks lead, and numbers as the pages show them. */
@TemplateExtension
final class DashboardExtensions {

    private static final String HOME = "/console/dashboard/";
    // A list of what is due ends before the year in which nothing ever is.
    private static final int NEVER = 9999;

    private DashboardExtensions() {}

    /** @param list the days, as in the address */
    static String behind(String list, String mark) {
        return HOME + mark + "?" + list;
    }

    static String township(String list, String mark, String code) {
        return narrowed(list, mark, "township", code);
    }

    static String narrowed(String list, String mark, String name, String code) {
        return behind(list, mark) + "&" + name + "=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    static String behind(Dashboard.Day day) {
        return behind("from=" + day.day() + "&to=" + day.day(), "submitted");
    }

    static String todays(Dashboard board) {
        LocalDate today = board.to().plusDays(1);
        return behind("from=" + today + "&to=" + today, "submitted");
    }

    /** @param to the last whole day */
    static String behind(HotSpot spot, LocalDate to) {
        return narrowed("from=" + to.minusDays(6) + "&to=" + to, "submitted", "township", spot.township()) + "&topic="
                + URLEncoder.encode(spot.topic(), StandardCharsets.UTF_8);
    }

    static String usualWords(HotSpot spot) {
        return BigDecimal.valueOf(spot.usual()).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    static String tone(Dashboard.Standing standing) {
        return standing.overdue() > 0 ? "bad" : "good";
    }

    static boolean timed(MarkedCase item) {
        return item.at().atZone(java.time.ZoneOffset.UTC).getYear() < NEVER;
    }

    static int half(TrendChart trend) {
        return trend.top() / 2;
    }

    /** With a margin for the outermost lines. */
    static int room(TownshipMap map) {
        return map.height() + 4;
    }
}
