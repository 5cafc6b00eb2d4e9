package cn.shiyu.booking;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * A bookable as the tenant file brings it in: written once, when nobody of that code is there; from then on the console
 * keeps it.
 */
public record BookableSeed(
        String code,
        String kind,
        String name,
        String place,
        String unit,
        String region,
        String login,
        Integer capacity,
        List<Shift> rota) {

    /** @param days on which it is there from {@code from} to {@code to}, local time */
    public record Shift(List<DayOfWeek> days, LocalTime from, LocalTime to, boolean onHolidays) {}

    public BookableSeed {
        capacity = capacity == null ? 1 : capacity;
        rota = rota == null ? List.of() : List.copyOf(rota);
    }
}
