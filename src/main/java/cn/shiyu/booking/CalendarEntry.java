package cn.shiyu.booking;

import java.time.Instant;
import java.util.UUID;

/**
 * A booking as a calendar shows it: when, where, what service. Nobody's name but that of who is booked, and nothing of what it is about.
 *
 * @param who is booked; null where that is whose calendar it is
 * @param discreet whether even service, place and who are left out
 * @param version counts the booking's changes
 */
public record CalendarEntry(
        UUID id, boolean discreet, String service, String who, String place, Mode mode, Instant start, Instant end, BookingStatus status, int version) {

    public static CalendarEntry of(BookingSettings settings, BookingView booking) {
        return new CalendarEntry(
                booking.id(), isDiscreet(settings, booking.serviceCode()), booking.service(), booking.bookableName(), booking.place(),
                booking.mode(), booking.start(), booking.end(), booking.status(), booking.version());
    }

    static boolean isDiscreet(BookingSettings settings, String service) {
        return settings.service(service).filter(ServiceOffer::isDiscreet).isPresent();
    }
}
