package cn.shiyu.moralbank.shop;

import cn.shiyu.booking.SubjectBooking;
import java.time.Instant;
import java.util.UUID;

/**
 * One offer ordered once.
 *
 * @param account of the books, who ordered
 * @param until when it must be fetched
 * @param visit what is booked with it, or null
 * @param time that is booked; null where none is, and where nobody looked
 * @param transfer CAPTURE of the books, null before
 */
public record Order(
        UUID id, UUID offer, String name, UUID merchant, String shop, String address, UUID account, long points, OrderState state,
        UUID hold, Instant placedAt, Instant until, Instant fetchedAt, UUID transfer, Instant endedAt,
        Visit visit, SubjectBooking time) {

    Order at(SubjectBooking booked) {
        return new Order(
                id, offer, name, merchant, shop, address, account, points, state, hold, placedAt, until, fetchedAt, transfer, endedAt, visit,
                booked);
    }

    /** Its page for whoever ordered. */
    public String ownAddress() {
        return "/bank/orders/" + id;
    }

    public String timeAddress() {
        return ownAddress() + "/time";
    }

    /** Whether its time is still to be chosen. */
    public boolean isTimeless() {
        return visit != null && state == OrderState.PLACED && (time == null || time.isDisplaced());
    }

    /** Whether its time has begun, and nobody has marked anything. */
    public boolean isDue(Instant now) {
        return state == OrderState.PLACED && time != null && !time.isDisplaced() && !time.start().isAfter(now);
    }
}
