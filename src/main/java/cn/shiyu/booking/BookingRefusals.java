package cn.shiyu.booking;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;

/** What cannot be, in words; each with its stable code. */
final class BookingRefusals {

    private BookingRefusals() {}

    private static Refusal conflict(String code, String message) {
        return new Refusal(409, code, Messages.get("booking.refusal." + message));
    }

    static Refusal taken() {
        return conflict("slot-taken", "taken");
    }

    static Refusal notOffered() {
        return Refusal.badInput("start", Messages.get("booking.refusal.notOffered"));
    }

    static Refusal notNow(BookingStatus status) {
        return new Refusal(
                409, "wrong-state", Messages.get("booking.refusal.notNow", Messages.get("booking.status." + status)));
    }

    static Refusal notYours() {
        return new Refusal(403, "not-allowed", Messages.get("booking.refusal.notYours"));
    }

    static Refusal holdOver() {
        return new Refusal(410, "hold-over", Messages.get("booking.refusal.holdOver"));
    }

    static Refusal tooLateToChange(int minutes) {
        return new Refusal(410, "too-late-to-change", Messages.get("booking.refusal.tooLate", minutes));
    }

    static Refusal tooEarly() {
        return conflict("too-early", "tooEarly");
    }

    static Refusal paused(String until) {
        return new Refusal(409, "booking-paused", Messages.get("booking.refusal.paused", until));
    }

    static Refusal another() {
        return conflict("own-time-taken", "another");
    }

    static Refusal waitingAlready() {
        return conflict("waiting-already", "waitingAlready");
    }

    static Refusal tooManyOpen(int most) {
        return new Refusal(409, "too-many-bookings", Messages.get("booking.refusal.tooMany", most));
    }

    static Refusal appealDecided() {
        return conflict("appeal-decided", "appealDecided");
    }

    static Refusal appealLate(int days) {
        return new Refusal(410, "appeal-late", Messages.get("booking.refusal.appealLate", days));
    }
}
