package cn.shiyu.casework;

import static cn.shiyu.casework.CaseAction.*;
import static cn.shiyu.casework.CaseStatus.*;
import static cn.shiyu.casework.Standing.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The case's state machine as one table. Printed into docs/states.md; tested for every pair of state and action. */
final class CaseTransitions {

    private static final Set<CaseStatus> BEFORE_HANDLING = Set.of(SUBMITTED, ACCEPTED, DISPATCHED, RETURN_DISPUTED);
    private static final Set<CaseStatus> WITH_UNIT = Set.of(DISPATCHED, HANDLING);
    private static final Set<CaseStatus> CENTRE_KNOWS = EnumSet.complementOf(EnumSet.of(SUBMITTED));

    static final List<Transition> TABLE = List.of(
            row(ACCEPT, Set.of(SUBMITTED), ACCEPTED, Set.of(DISPATCHER), null),
            row(REFUSE, Set.of(SUBMITTED, ACCEPTED), REFUSED, Set.of(DISPATCHER), "reason from the city's list, with who is competent"),
            row(CLASSIFY, BEFORE_HANDLING, null, Set.of(DISPATCHER), null),
            row(ESCALATE, Set.of(SUBMITTED, ACCEPTED), null, Set.of(DISPATCHER), "only where a centre above exists"),
            row(DISPATCH, Set.of(ACCEPTED), DISPATCHED, Set.of(DISPATCHER), "a centre never handles what it dispatches 采办分离"),
            row(RETURN, WITH_UNIT, ACCEPTED, Set.of(LEAD), "once, with the reason; a second return goes to RETURN_DISPUTED at the centre above"),
            row(RULE_RETURN, Set.of(RETURN_DISPUTED), DISPATCHED, Set.of(DISPATCHER, SUPERVISOR), "final: no further return"),
            row(START, Set.of(DISPATCHED), HANDLING, Set.of(LEAD), null),
            row(LOG, Set.of(HANDLING, SUSPENDED), null, Set.of(LEAD, ASSISTANT), null),
            row(SUSPEND, Set.of(HANDLING), SUSPENDED, Set.of(LEAD), "waiting for the resident; the clocks pause"),
            row(RESUME, Set.of(SUSPENDED), HANDLING, Set.of(LEAD, DISPATCHER), null),
            row(REQUEST_EXTENSION, Set.of(HANDLING), null, Set.of(LEAD), "before the deadline, at most as often as the city allows"),
            row(GRANT_EXTENSION, Set.of(HANDLING), null, Set.of(DISPATCHER, SUPERVISOR), null),
            row(DENY_EXTENSION, Set.of(HANDLING), null, Set.of(DISPATCHER, SUPERVISOR), null),
            row(FINISH, Set.of(HANDLING), FINISHED, Set.of(LEAD), null),
            row(CONFIRM, Set.of(FINISHED), FOLLOWED_UP, Set.of(INDEPENDENT_AGENT), "someone else than the handler asks"),
            row(REWORK, Set.of(FINISHED), HANDLING, Set.of(INDEPENDENT_AGENT), "not content; the second time it climbs to the centre above, to ACCEPTED"),
            row(RATE, Set.of(FINISHED, FOLLOWED_UP, CLOSED), null, Set.of(APPELLANT), "once; a low rating before closing means handled again"),
            row(CLOSE, Set.of(FOLLOWED_UP), CLOSED, Set.of(INDEPENDENT_AGENT, DISPATCHER), null),
            row(ADD_WORDS, CaseStatus.open(), null, Set.of(APPELLANT, HOTLINE), null),
            row(URGE, CaseStatus.open(), null, Set.of(APPELLANT, HOTLINE, SUPERVISOR), null),
            row(WITHDRAW, Set.of(SUBMITTED, ACCEPTED, DISPATCHED, RETURN_DISPUTED, HANDLING, SUSPENDED), WITHDRAWN, Set.of(APPELLANT), null),
            row(ASK_AGAIN, Set.of(CLOSED), ACCEPTED, Set.of(APPELLANT), "once, within the city's limit"),
            row(PUBLISH, CENTRE_KNOWS, null, Set.of(DISPATCHER), "public cases only, a copy without personal data"),
            row(UNPUBLISH, CENTRE_KNOWS, null, Set.of(DISPATCHER), null),
            row(VIEW_CONTACT, EnumSet.allOf(CaseStatus.class), null, Set.of(DISPATCHER, LEAD, INDEPENDENT_AGENT, HOTLINE), "each look is an event"));

    private CaseTransitions() {}

    static Optional<Transition> of(CaseAction action, CaseStatus from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(from))
                .findFirst();
    }

    private static Transition row(CaseAction action, Set<CaseStatus> from, CaseStatus to, Set<Standing> by, String rule) {
        return new Transition(action, from, to, by, rule);
    }
}
