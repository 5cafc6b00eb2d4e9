package cn.shiyu.booking;

import java.time.Instant;
import java.util.UUID;

/**
 * A booking as its owner or its provider sees it.
 *
 * @param service its name; the code where the city no longer offers it
 * @param heldUntil end of a hold, null otherwise
 * @param changeUntil until when its owner may move or cancel it
 * @param shownName how the person who comes is called here
 * @param subjectAddress page of what it is about, where its time is chosen; null where there is none
 * @param version counts its changes
 * @param phone for the provider and the owner alone; null elsewhere and where none was left
 */
public record BookingView(
        UUID id,
        UUID bookable,
        String bookableName,
        String place,
        String serviceCode,
        String service,
        Mode mode,
        Instant start,
        Instant end,
        BookingStatus status,
        Instant heldUntil,
        Instant changeUntil,
        String shownName,
        boolean walkIn,
        BookingSubject subject,
        String subjectAddress,
        String phone,
        String note,
        int version) {

    public boolean isOpen() {
        return !status.isOver();
    }

    public String address() {
        return "/bookings/" + id;
    }

    public String calendarAddress() {
        return address() + "/booking.ics";
    }

    /** Where another time is chosen for it. */
    public String moveAddress() {
        return againAddress() + "?move=" + id;
    }

    public String againAddress() {
        return "/book/" + serviceCode;
    }

    /** From when on its owner may check in. */
    public Instant checkInFrom() {
        return start.minus(DeskFlow.EARLY);
    }

    public boolean isHeld() {
        return status == BookingStatus.HELD;
    }
}
