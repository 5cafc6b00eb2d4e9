package cn.shiyu.booking;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of one day, local time; the end is not part of it. */
public record Hours(LocalTime from, LocalTime to) {

    public Hours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("hours end before they begin: " + from + " to " + to);
        }
    }

    /** Together: in order, none touching another. */
    static List<Hours> union(List<Hours> all) {
        List<Hours> merged = new ArrayList<>();
        all.stream().sorted(Comparator.comparing(Hours::from)).forEach(next -> {
            Hours last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && !next.from().isAfter(last.to())) {
                merged.set(merged.size() - 1, new Hours(last.from(), later(last.to(), next.to())));
            } else {
                merged.add(next);
            }
        });
        return merged;
    }

    /** What is left of these once that is taken out. */
    static List<Hours> without(List<Hours> these, Hours that) {
        List<Hours> left = new ArrayList<>();
        for (Hours one : these) {
            if (!that.from().isBefore(one.to()) || !one.from().isBefore(that.to())) {
                left.add(one);
                continue;
            }
            if (one.from().isBefore(that.from())) {
                left.add(new Hours(one.from(), that.from()));
            }
            if (that.to().isBefore(one.to())) {
                left.add(new Hours(that.to(), one.to()));
            }
        }
        return left;
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }
}
