package cn.shiyu.assessment.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A month small enough to reckon without the system: what was counted, and the tables that were reckoned from it. */
final class HandMonth {

    private HandMonth() {}

    static IndexSystem system() {
        return new IndexSystem("手算", YearMonth.of(2026, 1), null, null, List.of(
                new Indicator("response", "响应率", 10, "responded", "followed_up", null),
                new Indicator("solution", "解决率", 50, "solved", "followed_up", null),
                new Indicator("satisfaction", "满意率", 40, "very_satisfied + satisfied + 0.9 * basically_satisfied", "followed_up", null)), "测试");
    }

    /** Four townships; one with eight follow-ups alone. */
    static List<UnitCounts> counts() {
        return List.of(
                unit("A", 120, 114, 84, 40, 30, 20), unit("B", 15, 15, 13, 10, 3, 1), unit("C", 60, 48, 30, 10, 15, 10),
                unit("D", 8, 4, 2, 1, 1, 1));
    }

    static UnitCounts unit(String code, long followedUp, long responded, long solved, long very, long satisfied, long basically) {
        return new UnitCounts(code, code, "townships", new Counts(new TreeMap<>(Map.of(
                "followed_up", followedUp, "responded", responded, "solved", solved, "very_satisfied", very, "satisfied", satisfied,
                "basically_satisfied", basically))));
    }

    /** Lines of a table of src/test/resources/assessment, without its heading. */
    static List<List<String>> table(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HandMonth.class.getResourceAsStream("/assessment/" + name), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> List.of(line.split(","))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
