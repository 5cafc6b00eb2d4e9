package cn.shiyu.casework;

import java.util.Set;

/**
 * One row of the transition table.
 *
 * @param to the state after, or null where the action leaves the state as it is
 * @param rule why the edge exists, where that is not plain; printed into the docs
 */
record Transition(CaseAction action, Set<CaseStatus> from, CaseStatus to, Set<Standing> by, String rule) {

    CaseStatus target(CaseStatus now) {
        return to == null ? now : to;
    }
}
