package cn.shiyu.assessment.exclusion;

import java.time.Instant;
import java.util.UUID;

/**
 * An application to leave an event out.
 *
 * @param type of the event
 * @param words, decision as they were written; the latter null before
 * @param mayDecide, mayWithdraw whether the reader may
 */
public record Exclusion(
        UUID id, String unit, UUID stream, int seq, String type, Instant occurredAt, String caseNumber, ExclusionReason reason, String words,
        ExclusionState state, String appliedName, Instant appliedAt, String decidedName, Instant decidedAt, String decision,
        boolean mayDecide, boolean mayWithdraw) {

    public String address() {
        return "/console/assessment/exclusions/" + id;
    }
}
