package cn.shiyu.mediation;

import java.util.Set;

/** One row of the table. @param rule what the edge means, or null */
record MediationTransition(
        MediationAction action, Set<MediationStatus> from, MediationStatus to, Set<MediationStanding> by, String rule) {

    /** Where it leads from there; an edge without an end of its own leads nowhere else. */
    MediationStatus from(MediationStatus status) {
        return to == null ? status : to;
    }
}
