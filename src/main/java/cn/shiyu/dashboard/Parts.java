package cn.shiyu.dashboard;

import cn.shiyu.platform.sql.Line;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answer to one walk over the days, taken apart again. */
final class Parts {

    private final Map<LocalDate, Sums> byDay = new HashMap<>();
    private final Map<String, Map<String, Sums>> recent = Map.of("topic", new HashMap<>(), "township", new HashMap<>());
    private final Map<String, Map<String, Sums>> earlier = Map.of("topic", new HashMap<>(), "township", new HashMap<>());
    private final LocalDate from;

    Parts(List<Line> lines, LocalDate from) {
        this.from = from;
        lines.forEach(this::take);
    }

    private void take(Line line) {
        Sums sums = Sums.of(line, 4);
        if (!line.missing(0)) {
            byDay.put(LocalDate.parse(line.text(0)), sums);
        } else {
            Map<String, Map<String, Sums>> of = line.truth(3) ? recent : earlier;
            boolean topic = !line.missing(1);
            of.get(topic ? "topic" : "township").put(line.text(topic ? 1 : 2), sums);
        }
    }

    Sums now() {
        return sum(false);
    }

    Sums before() {
        return sum(true);
    }

    private Sums sum(boolean before) {
        return byDay.entrySet().stream()
                .filter(day -> day.getKey().isBefore(from) == before)
                .map(Map.Entry::getValue)
                .reduce(Sums.NONE, Sums::and);
    }

    /** Every day of the span, also one on which nothing happened. */
    List<Dashboard.Day> days(LocalDate to) {
        return from.datesUntil(to).map(day -> new Dashboard.Day(day, byDay.getOrDefault(day, Sums.NONE))).toList();
    }

    /** By how much came in; who had nothing in either time is not named. What the city no longer knows keeps its code as its name. */
    List<Dashboard.Share> shares(String of, Map<String, String> names) {
        Map<String, Sums> now = recent.get(of);
        Map<String, Sums> before = earlier.get(of);
        return java.util.stream.Stream.concat(now.keySet().stream(), before.keySet().stream())
                .distinct()
                .map(code -> new Dashboard.Share(
                        code, names.getOrDefault(code, code), now.getOrDefault(code, Sums.NONE), before.getOrDefault(code, Sums.NONE)))
                .sorted(Comparator.<Dashboard.Share>comparingInt(share -> share.sums().submitted())
                        .reversed()
                        .thenComparing(Dashboard.Share::code))
                .toList();
    }
}
