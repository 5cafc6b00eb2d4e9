package cn.shiyu.booking;

import java.time.Instant;

/** A time that can be booked. @param left how many may still come at it */
public record Slot(Instant start, Instant end, int left) {}
