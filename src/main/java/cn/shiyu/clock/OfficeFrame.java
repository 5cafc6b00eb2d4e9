package cn.shiyu.clock;

import java.time.LocalTime;

/** One stretch of office hours (办公时段) of every working day, local time; a lunch break is the gap between two. */
public record OfficeFrame(LocalTime from, LocalTime to) {

    public OfficeFrame {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("office hours end before they begin: " + from + " to " + to);
        }
    }
}
