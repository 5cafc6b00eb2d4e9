package cn.shiyu.counselling;

import static cn.shiyu.counselling.CounsellingAction.*;
import static cn.shiyu.counselling.CounsellingStanding.*;
import static cn.shiyu.counselling.CounsellingStatus.*;

import java.util.List;
import java.util.Optional;

/** The state machine of a written talk as one table. Printed into docs/counselling-states.md; tested for every pair. */
final class CounsellingTransitions {

    static final List<CounsellingTransition> TABLE = List.of(
            row(WRITE, WAITING, WAITING, PERSON, "more before the answer; the limit stays as it is"),
            row(WRITE, ANSWERED, WAITING, PERSON, "the limit starts anew"),
            row(ANSWER, WAITING, ANSWERED, COUNSELLOR, "the mark of danger goes: a person has answered"),
            row(ANSWER, ANSWERED, ANSWERED, COUNSELLOR, "more to the same answer"),
            row(CLOSE, ANSWERED, CLOSED, COUNSELLOR, "nothing is ended that was not answered"),
            row(END, WAITING, CLOSED, PERSON, null),
            row(END, ANSWERED, CLOSED, PERSON, null),
            row(OFFER, WAITING, WAITING, COUNSELLOR, "the other one sees nothing until the person agrees"),
            row(OFFER, ANSWERED, ANSWERED, COUNSELLOR, null),
            row(AGREE, WAITING, WAITING, PERSON, "from then on the new counsellor alone reads it; the limit stays"),
            row(AGREE, ANSWERED, ANSWERED, PERSON, null),
            row(DECLINE, WAITING, WAITING, PERSON, null),
            row(DECLINE, ANSWERED, ANSWERED, PERSON, null),
            row(CHANGE, WAITING, WAITING, PERSON, "the limit starts anew for the one they chose"),
            row(CHANGE, ANSWERED, ANSWERED, PERSON, null),
            row(REMIND, WAITING, WAITING, SYSTEM, "once for each limit; the counsellor's list shows it"),
            row(BE_LATE, WAITING, WAITING, SYSTEM, "once for each limit; the person is shown other ways, nobody else is told"),
            row(DELETE, WAITING, null, PERSON, "words and names are gone; the event log keeps that there was something"),
            row(DELETE, ANSWERED, null, PERSON, null),
            row(DELETE, CLOSED, null, PERSON, null));

    private CounsellingTransitions() {}

    static Optional<CounsellingTransition> of(CounsellingAction action, CounsellingStatus from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from() == from)
                .findFirst();
    }

    /** @throws cn.shiyu.platform.problem.Refusal 409 when the table has no such edge, 403 when it is not this one's */
    static void check(CounsellingAction action, CounsellingStatus from, CounsellingStanding by) {
        CounsellingTransition row = of(action, from).orElseThrow(() -> CounsellingRefusals.notNow(from));
        if (row.by() != by) {
            throw CounsellingRefusals.notYours();
        }
    }

    static boolean may(CounsellingAction action, CounsellingStatus from, CounsellingStanding by) {
        return of(action, from).filter(row -> row.by() == by).isPresent();
    }

    private static CounsellingTransition row(
            CounsellingAction action, CounsellingStatus from, CounsellingStatus to, CounsellingStanding by, String rule) {
        return new CounsellingTransition(action, from, to, by, rule);
    }
}
