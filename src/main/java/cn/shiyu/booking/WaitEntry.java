package cn.shiyu.booking;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody who waits for a place (候补). @param place in the line of the bookable: the smallest is served first */
record WaitEntry(
        UUID id, UUID bookable, long place, String service, Mode mode, LocalDate from, LocalDate to, Guest guest) {}
