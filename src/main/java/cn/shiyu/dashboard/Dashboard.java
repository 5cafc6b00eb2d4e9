package cn.shiyu.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A city at one glance: the last whole days, and how things stand now.
 *
 * @param from, to first and last of the days
 * @param now sums of them @param before of as many days before them
 * @param today what came in since midnight
 * @param countedAt when today was counted; null before it ever was
 */
public record Dashboard(
        LocalDate from, LocalDate to, Sums now, Sums before, int today, Instant countedAt, Standing standing, List<Day> days,
        List<Share> topics, List<Share> townships, List<HotSpot> hotSpots, List<Behind> behind, double basicallySatisfied) {

    /** How things stand now. */
    public record Standing(long open, long overdue, long soon) {}

    public record Day(LocalDate day, Sums sums) {}

    /** @param code of a topic or township @param name as people call it @param before of as many days before */
    public record Share(String code, String name, Sums sums, Sums before) {}

    /** A unit and how many of its cases are overdue now. */
    public record Behind(String unit, String name, long overdue) {}

    public boolean isEmpty() {
        return now.submitted() + before.submitted() + now.finished() == 0 && today == 0 && standing.open() == 0;
    }
}
