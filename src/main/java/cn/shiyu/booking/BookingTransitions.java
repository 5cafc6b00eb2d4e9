package cn.shiyu.booking;

import static cn.shiyu.booking.BookingAction.*;
import static cn.shiyu.booking.BookingStanding.*;
import static cn.shiyu.booking.BookingStatus.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The booking's state machine as one table. Printed into docs/booking-states.md; tested for every pair. */
final class BookingTransitions {

    static final List<BookingTransition> TABLE = List.of(
            row(CONFIRM, Set.of(HELD), CONFIRMED, Set.of(OWNER, PROVIDER), "before the hold runs out"),
            row(LAPSE, Set.of(HELD), LAPSED, Set.of(SYSTEM), "the hold ran out, or the rota changed under it"),
            row(MOVE, Set.of(CONFIRMED, DISPLACED), CONFIRMED, Set.of(OWNER, PROVIDER), "the new place is taken before the old is left"),
            row(CANCEL, Set.of(HELD, CONFIRMED, DISPLACED), CANCELLED, Set.of(OWNER, PROVIDER), "by its owner until the service's limit"),
            row(DISPLACE, Set.of(CONFIRMED), DISPLACED, Set.of(SYSTEM), "the rota changed; the person is told and chooses again"),
            row(CHECK_IN, Set.of(CONFIRMED), CHECKED_IN, Set.of(OWNER, PROVIDER), "on its day"),
            row(START, Set.of(CONFIRMED, CHECKED_IN), SERVING, Set.of(PROVIDER), "by phone or video nobody checks in"),
            row(FINISH, Set.of(CHECKED_IN, SERVING), DONE, Set.of(PROVIDER), null),
            row(MISS, Set.of(CONFIRMED), NO_SHOW, Set.of(PROVIDER), "once its time has begun"),
            row(FORGIVE, Set.of(NO_SHOW), DONE, Set.of(PROVIDER), "marked by mistake, or with good reason; no longer counts"));

    private BookingTransitions() {}

    static Optional<BookingTransition> of(BookingAction action, BookingStatus from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(from))
                .findFirst();
    }

    /** @throws cn.shiyu.platform.problem.Refusal 409 when the table has no such edge, 403 when it is not this one's */
    static BookingStatus after(BookingAction action, BookingStatus from, BookingStanding by) {
        BookingTransition row = of(action, from).orElseThrow(() -> BookingRefusals.notNow(from));
        if (!row.by().contains(by)) {
            throw BookingRefusals.notYours();
        }
        return row.to();
    }

    private static BookingTransition row(
            BookingAction action, Set<BookingStatus> from, BookingStatus to, Set<BookingStanding> by, String rule) {
        return new BookingTransition(action, from, to, by, rule);
    }
}
