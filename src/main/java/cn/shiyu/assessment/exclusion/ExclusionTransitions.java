package cn.shiyu.assessment.exclusion;

import static cn.shiyu.assessment.exclusion.ExclusionAction.*;
import static cn.shiyu.assessment.exclusion.ExclusionState.*;

import java.util.List;
import java.util.Optional;

/** The application's state machine as one table. Printed into docs/exclusion-states.md; tested for every pair. */
final class ExclusionTransitions {

    static final List<ExclusionTransition> TABLE = List.of(
            new ExclusionTransition(GRANT, OPEN, GRANTED, "an assessor of the city's centre", "not of the unit, with a reason, before the month is sealed"),
            new ExclusionTransition(REFUSE, OPEN, REFUSED, "an assessor of the city's centre", "not of the unit, with a reason; once for an event"),
            new ExclusionTransition(WITHDRAW, OPEN, WITHDRAWN, "the unit", "before it is decided; it may be asked again"));

    private ExclusionTransitions() {}

    static Optional<ExclusionState> after(ExclusionAction action, ExclusionState from) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from() == from)
                .map(ExclusionTransition::to)
                .findFirst();
    }
}
