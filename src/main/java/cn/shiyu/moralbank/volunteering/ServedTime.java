package cn.shiyu.moralbank.volunteering;

import java.time.Duration;
import java.time.Instant;

/** How long somebody served: from in to out, of that only what lies within the activity. */
final class ServedTime {

    private ServedTime() {}

    /** Whole minutes; 0 where one of the two is missing. */
    static int minutes(Instant starts, Instant ends, Instant in, Instant out) {
        if (in == null || out == null) {
            return 0;
        }
        Instant from = in.isBefore(starts) ? starts : in;
        Instant to = out.isAfter(ends) ? ends : out;
        return (int) Math.max(0, Duration.between(from, to).toMinutes());
    }
}
