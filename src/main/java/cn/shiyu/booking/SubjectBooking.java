package cn.shiyu.booking;

import java.time.Instant;
import java.util.UUID;

/** The booking a subject has now. @param subject its id */
public record SubjectBooking(UUID subject, UUID booking, UUID bookable, Instant start, Instant end, BookingStatus status) {

    /** The rota no longer has its time; another must be chosen. */
    public boolean isDisplaced() {
        return status == BookingStatus.DISPLACED;
    }

    public String address() {
        return "/bookings/" + booking;
    }

    boolean isAt(UUID where, Instant when) {
        return status == BookingStatus.CONFIRMED && bookable.equals(where) && start.equals(when);
    }
}
