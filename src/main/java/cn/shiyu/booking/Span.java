package cn.shiyu.booking;

import java.time.Instant;

/** From an instant until another, which is not part of it. */
record Span(Instant from, Instant to) {

    boolean meets(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
