package cn.shiyu.dashboard.console;

import cn.shiyu.dashboard.Dashboard;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What came in day by day as bars, what was finished as a line over them.
 *
 * @param top the scale's highest value
 * @param line points of the line, as SVG wants them
 */
public record TrendChart(List<Bar> bars, String line, int top) {

    static final int WIDTH = 720;
    static final int HEIGHT = 180;
    private static final int MOST_LABELS = 8;

    /** @param label day under it, or null where there is no room */
    public record Bar(Dashboard.Day day, double x, double y, double width, double height, String label) {

        public double middle() {
            return x + width / 2;
        }
    }

    static TrendChart of(List<Dashboard.Day> days) {
        int top = round(days.stream().mapToInt(day -> Math.max(day.sums().submitted(), day.sums().finished())).max().orElse(0));
        double step = (double) WIDTH / days.size();
        int every = (int) Math.ceil((double) days.size() / MOST_LABELS);
        List<Bar> bars = IntStream.range(0, days.size())
                .mapToObj(place -> bar(days.get(place), place, step, top, place % every == 0))
                .toList();
        return new TrendChart(bars, line(bars, top), top);
    }

    private static Bar bar(Dashboard.Day day, int place, double step, int top, boolean labelled) {
        double height = (double) day.sums().submitted() / top * HEIGHT;
        String label = labelled ? day.day().getMonthValue() + "." + day.day().getDayOfMonth() : null;
        return new Bar(day, place * step + step * 0.15, HEIGHT - height, step * 0.7, height, label);
    }

    private static String line(List<Bar> bars, int top) {
        return bars.stream()
                .map(bar -> String.format(
                        Locale.ROOT, "%.1f,%.1f", bar.middle(), HEIGHT - (double) bar.day().sums().finished() / top * HEIGHT))
                .collect(Collectors.joining(" "));
    }

    /** The next of 1, 2 and 5 times a power of ten, so that half of it is a number people like. */
    static int round(int most) {
        int power = 1;
        while (true) {
            for (int times : new int[] {2, 4, 10}) {
                if (most <= times * power) {
                    return times * power;
                }
            }
            power *= 10;
        }
    }
}
