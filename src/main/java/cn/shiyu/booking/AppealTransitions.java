package cn.shiyu.booking;

import static cn.shiyu.booking.AppealStatus.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An appeal's state machine as one table. Printed into docs/appeal-states.md. */
final class AppealTransitions {

    /** What is done with an appeal that was made. */
    enum Action {
        GRANT,
        REFUSE,
        /** The no-show was taken back at the desk without a look at the appeal. */
        FORGIVE
    }

    record Row(Action action, Set<AppealStatus> from, AppealStatus to, String rule) {}

    static final List<Row> TABLE = List.of(
            new Row(Action.GRANT, Set.of(OPEN), GRANTED, "by the clerks of the unit; the no-show is taken back with it"),
            new Row(Action.REFUSE, Set.of(OPEN), REFUSED, "by the same, with a reason; the no-show counts again"),
            new Row(Action.FORGIVE, Set.of(OPEN), GRANTED, "whoever takes a no-show back at the desk grants the appeal"));

    private AppealTransitions() {}

    static Optional<AppealStatus> after(Action action, AppealStatus from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(from))
                .map(Row::to)
                .findFirst();
    }
}
