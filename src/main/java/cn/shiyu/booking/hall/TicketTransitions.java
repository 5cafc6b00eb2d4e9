package cn.shiyu.booking.hall;

import static cn.shiyu.booking.hall.TicketAction.*;
import static cn.shiyu.booking.hall.TicketStatus.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A number's state machine as one table. Printed into docs/hall-states.md. */
final class TicketTransitions {

    record Row(TicketAction action, Set<TicketStatus> from, TicketStatus to, String rule) {}

    static final List<Row> TABLE = List.of(
            new Row(CALL, Set.of(WAITING, SKIPPED), CALLED, "by a window that serves nobody; who waits, in the order of the line"),
            new Row(CALL_AGAIN, Set.of(CALLED), CALLED, null),
            new Row(SKIP, Set.of(CALLED), SKIPPED, "may be called back the same day"),
            new Row(FINISH, Set.of(CALLED), DONE, "the booking is done with it"));

    private TicketTransitions() {}

    static Optional<TicketStatus> after(TicketAction action, TicketStatus from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(from))
                .map(Row::to)
                .findFirst();
    }
}
