package cn.shiyu.booking;

import java.time.DayOfWeek;

/** Every week on this day. @param onHolidays also when the city's calendar has the day off */
public record RotaPattern(DayOfWeek day, Hours hours, boolean onHolidays) {}
