package cn.shiyu.moralbank.deed;

import static cn.shiyu.moralbank.deed.DeedAction.*;
import static cn.shiyu.moralbank.deed.DeedStanding.*;
import static cn.shiyu.moralbank.deed.DeedStatus.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A good deed's state machine as one table. Printed into docs/deed-states.md; tested for every triple. */
final class DeedTransitions {

    static final List<DeedTransition> TABLE = List.of(
            row(ACCEPT, Set.of(CLAIMING), REVIEW, Set.of(DOER), "by the phone they were named by and the code their friend gave them"),
            row(DECLINE, Set.of(CLAIMING), DECLINED, Set.of(DOER), "nobody is praised who does not want to be"),
            row(EXPIRE, Set.of(CLAIMING), EXPIRED, Set.of(SYSTEM), "nobody claimed it in time"),
            row(WITHDRAW, Set.of(CLAIMING), WITHDRAWN, Set.of(TELLER), null),
            row(WITHDRAW, Set.of(REVIEW), WITHDRAWN, Set.of(DOER), null),
            row(VOTE, Set.of(REVIEW), null, Set.of(COMMITTEE), "each once; kin recuse themselves"),
            row(APPROVE, Set.of(REVIEW), APPROVED, Set.of(SYSTEM), "two agree"),
            row(REFUSE, Set.of(REVIEW), REFUSED, Set.of(SYSTEM), "two refuse; where one agrees and one refuses a third decides"),
            row(APPEAL, Set.of(REFUSED), APPEALED, Set.of(DOER), "once, within the city's limit"),
            row(GRANT_APPEAL, Set.of(APPEALED), APPROVED, Set.of(CLERK), "with words"),
            row(UPHOLD, Set.of(APPEALED), UPHELD, Set.of(CLERK), "with words"));

    private DeedTransitions() {}

    static Optional<DeedTransition> of(DeedAction action, DeedStatus from, DeedStanding by) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(from) && row.by().contains(by))
                .findFirst();
    }

    /** @throws cn.shiyu.platform.problem.Refusal 409 when the table has no such edge, 403 when it is not this one's */
    static DeedStatus after(DeedAction action, DeedStatus from, DeedStanding by) {
        boolean somebodys = TABLE.stream().anyMatch(row -> row.action() == action && row.from().contains(from));
        if (!somebodys) {
            throw DeedRefusals.notNow(from);
        }
        return of(action, from, by).orElseThrow(DeedRefusals::notYours).from(from);
    }

    static boolean may(DeedAction action, DeedStatus from, DeedStanding by) {
        return of(action, from, by).isPresent();
    }

    private static DeedTransition row(
            DeedAction action, Set<DeedStatus> from, DeedStatus to, Set<DeedStanding> by, String rule) {
        return new DeedTransition(action, from, to, by, rule);
    }
}
