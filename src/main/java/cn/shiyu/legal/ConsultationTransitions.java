package cn.shiyu.legal;

import static cn.shiyu.legal.ConsultationAction.*;
import static cn.shiyu.legal.ConsultationStanding.*;
import static cn.shiyu.legal.ConsultationStatus.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The consultation's state machine as one table. Printed into docs/legal-states.md; tested for every pair. */
final class ConsultationTransitions {

    static final List<ConsultationTransition> TABLE = List.of(
            row(ASK_ON, ANSWERED, ASKED, Set.of(ASKER), "the limit starts anew"),
            row(ASK_ON, ASKED, ASKED, Set.of(ASKER), "more to the same question; the limit stays as it is"),
            row(ANSWER, ASKED, ANSWERED, Set.of(ADVISOR, TEAM), "whoever of the team answers has it from then on"),
            row(ANSWER, ANSWERED, ANSWERED, Set.of(ADVISOR), "more to the same answer"),
            row(CONCLUDE, ANSWERED, CONCLUDED, Set.of(ADVISOR), "nothing is concluded that was not answered"),
            row(WITHDRAW, ASKED, CONCLUDED, Set.of(ASKER), "outcome CLOSED"),
            row(WITHDRAW, ANSWERED, CONCLUDED, Set.of(ASKER), "outcome CLOSED"),
            row(HAND_OVER, ASKED, ASKED, Set.of(ADVISOR), "the limit stays as it is"),
            row(HAND_OVER, ANSWERED, ANSWERED, Set.of(ADVISOR), null),
            row(ESCALATE, ASKED, ASKED, Set.of(SYSTEM), "the limit has passed"),
            row(FILE_CASE, ASKED, ASKED, Set.of(ASKER), "once; the person's own words go over, the advisor's do not"),
            row(FILE_CASE, ANSWERED, ANSWERED, Set.of(ASKER), null),
            row(FILE_CASE, CONCLUDED, CONCLUDED, Set.of(ASKER), null),
            row(RATE, CONCLUDED, CONCLUDED, Set.of(ASKER), "once, and changed once"));

    private ConsultationTransitions() {}

    static Optional<ConsultationTransition> of(ConsultationAction action, ConsultationStatus from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from() == from)
                .findFirst();
    }

    /** @throws cn.shiyu.platform.problem.Refusal 409 when the table has no such edge, 403 when it is not this one's */
    static ConsultationStatus after(ConsultationAction action, ConsultationStatus from, ConsultationStanding by) {
        ConsultationTransition row = of(action, from).orElseThrow(() -> LegalRefusals.notNow(from));
        if (!row.by().contains(by)) {
            throw LegalRefusals.notYours();
        }
        return row.to();
    }

    static boolean may(ConsultationAction action, ConsultationStatus from, ConsultationStanding by) {
        return of(action, from).filter(row -> row.by().contains(by)).isPresent();
    }

    private static ConsultationTransition row(
            ConsultationAction action,
            ConsultationStatus from,
            ConsultationStatus to,
            Set<ConsultationStanding> by,
            String rule) {
        return new ConsultationTransition(action, from, to, by, rule);
    }
}
