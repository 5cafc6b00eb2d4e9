package cn.shiyu.assessment.exclusion;

import cn.shiyu.platform.sql.Line;
import java.time.Instant;
import java.util.UUID;

/** As the table has it. */
record ExclusionRow(
        UUID id, String unit, UUID stream, int seq, String type, Instant occurredAt, String caseNumber, ExclusionReason reason, byte[] words,
        ExclusionState state, String appliedName, Instant appliedAt, String decidedName, Instant decidedAt, byte[] decision) {

    static ExclusionRow of(Line line) {
        return new ExclusionRow(
                line.uuid(0), line.text(1), line.uuid(2), line.number(3), line.text(4), line.instant(5), line.text(6),
                ExclusionReason.valueOf(line.text(7)), line.bytes(8), ExclusionState.valueOf(line.text(9)), line.text(10), line.instant(11),
                line.text(12), line.missing(13) ? null : line.instant(13), line.missing(14) ? null : line.bytes(14));
    }
}
