package cn.shiyu.booking;

import java.time.Instant;
import java.util.UUID;

/**
 * One booking (预约) as the table has it. Immutable; a change is a new one.
 *
 * @param lane which of the places next to each other, from 1
 * @param end of the talk itself; the bookable's time is taken until {@code freeAgain}
 * @param resident who comes; null for somebody who walked in without an account
 * @param heldUntil until when a hold lasts; null unless {@link BookingStatus#HELD}
 */
record Booking(
        UUID id,
        UUID bookable,
        String service,
        Mode mode,
        int lane,
        Instant start,
        Instant end,
        Instant freeAgain,
        BookingStatus status,
        UUID resident,
        String shownName,
        boolean walkIn,
        Instant heldUntil,
        Instant remindAt,
        BookingSubject subject,
        Instant createdAt,
        int version) {

    static Booking held(
            UUID id, UUID bookable, ServiceOffer service, Mode mode, int lane, Instant start, Guest guest, Instant until, Instant now) {
        return new Booking(
                id, bookable, service.code(), mode, lane, start, start.plus(service.length()), start.plus(service.takes()),
                BookingStatus.HELD, guest.resident(), guest.shownName(), false, until, null, null, now, 0);
    }

    Booking to(BookingStatus next) {
        return new Booking(
                id, bookable, service, mode, lane, start, end, freeAgain, next, resident, shownName, walkIn,
                next == BookingStatus.HELD ? heldUntil : null,
                next == BookingStatus.CONFIRMED ? remindAt : null, subject, createdAt, version);
    }

    Booking at(UUID otherBookable, int otherLane, ServiceOffer offer, Mode otherMode, Instant otherStart) {
        return new Booking(
                id, otherBookable, service, otherMode, otherLane, otherStart, otherStart.plus(offer.length()),
                otherStart.plus(offer.takes()), status, resident, shownName, walkIn, heldUntil, remindAt, subject, createdAt, version);
    }

    Booking remindedAt(Instant when) {
        return new Booking(
                id, bookable, service, mode, lane, start, end, freeAgain, status, resident, shownName, walkIn, heldUntil, when,
                subject, createdAt, version);
    }

    Booking about(BookingSubject other) {
        return new Booking(
                id, bookable, service, mode, lane, start, end, freeAgain, status, resident, shownName, walkIn, heldUntil, remindAt,
                other, createdAt, version);
    }

    Span span() {
        return new Span(start, freeAgain);
    }

    boolean ranOut(Instant now) {
        return status == BookingStatus.HELD && !heldUntil.isAfter(now);
    }
}
