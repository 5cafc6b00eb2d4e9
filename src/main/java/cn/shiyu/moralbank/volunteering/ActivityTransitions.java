package cn.shiyu.moralbank.volunteering;

import static cn.shiyu.moralbank.volunteering.ActivityAction.*;
import static cn.shiyu.moralbank.volunteering.ActivityStanding.*;
import static cn.shiyu.moralbank.volunteering.ActivityStatus.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An activity's state machine as one table. Printed into docs/volunteering-states.md; tested for every triple. */
final class ActivityTransitions {

    static final List<ActivityTransition> TABLE = List.of(
            row(WRITE, Set.of(DRAFT), null, ORGANISER, null),
            row(PUBLISH, Set.of(DRAFT), PUBLISHED, ORGANISER, "before sign-up ends"),
            row(SIGN_UP, Set.of(PUBLISHED, RUNNING), null, MEMBER, "until the time the organiser set; on the waiting list once it is full"),
            row(WITHDRAW, Set.of(PUBLISHED), null, MEMBER, "the first who waits moves up and is told"),
            row(START, Set.of(PUBLISHED), RUNNING, SYSTEM, "so many minutes before it starts as the city lets people check in early"),
            row(CHECK, Set.of(RUNNING), null, MEMBER, "with the code of this moment, for oneself"),
            row(CORRECT, Set.of(RUNNING, ENDED), null, ORGANISER, "a time somebody forgot, with a reason"),
            row(END, Set.of(RUNNING), ENDED, SYSTEM, "so many minutes after it ended as the city lets people check out late"),
            row(CONFIRM, Set.of(ENDED), CONFIRMED, ORGANISER, "all hours at once; changed ones with a reason"),
            row(CANCEL, Set.of(DRAFT, PUBLISHED), CANCELLED, ORGANISER, "everybody signed up is told why"));

    private ActivityTransitions() {}

    static Optional<ActivityTransition> of(ActivityAction action, ActivityStatus from, ActivityStanding by) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(from) && row.by().contains(by))
                .findFirst();
    }

    /** @throws cn.shiyu.platform.problem.Refusal 409 when the table has no such edge, 403 when it is not this one's */
    static ActivityStatus after(ActivityAction action, ActivityStatus from, ActivityStanding by) {
        boolean somebodys = TABLE.stream().anyMatch(row -> row.action() == action && row.from().contains(from));
        if (!somebodys) {
            throw ActivityRefusals.notNow(from);
        }
        return of(action, from, by).orElseThrow(ActivityRefusals::notYours).from(from);
    }

    static boolean may(ActivityAction action, ActivityStatus from, ActivityStanding by) {
        return of(action, from, by).isPresent();
    }

    private static ActivityTransition row(
            ActivityAction action, Set<ActivityStatus> from, ActivityStatus to, ActivityStanding by, String rule) {
        return new ActivityTransition(action, from, to, Set.of(by), rule);
    }
}
