package cn.shiyu.booking;

import java.util.Set;

/**
 * One row of the transition table.
 *
 * @param rule why the edge exists, where that is not plain; printed into the docs
 */
record BookingTransition(
        BookingAction action, Set<BookingStatus> from, BookingStatus to, Set<BookingStanding> by, String rule) {}
