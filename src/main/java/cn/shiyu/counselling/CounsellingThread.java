package cn.shiyu.counselling;

import cn.shiyu.platform.sql.Line;
import java.time.Instant;
import java.util.UUID;

/**
 * A written talk as it stands; whose it is and what they are called is sealed.
 *
 * @param whose keyed digest of the resident's id
 * @param offeredTo login of the counsellor to whom it would go if the person agrees, or null
 * @param dueAt when the answer is due; null while none is
 */
record CounsellingThread(
        UUID id,
        byte[] whose,
        byte[] resident,
        byte[] alias,
        String counsellor,
        String provider,
        String field,
        CounsellingStatus status,
        boolean urgent,
        String offeredTo,
        int messages,
        Instant dueAt,
        boolean reminded,
        boolean late,
        Instant openedAt,
        Instant movedAt) {

    static final String COLUMNS = """
            select thread_id, resident_digest, resident_sealed, alias_sealed, counsellor, provider, field, status, urgent, offered_to,
              messages, due_at, reminded, late, opened_at, moved_at
            from counselling_thread where tenant_id = $1""";

    static CounsellingThread of(Line line) {
        return new CounsellingThread(
                line.uuid(0), line.bytes(1), line.bytes(2), line.bytes(3), line.text(4), line.text(5), line.text(6),
                CounsellingStatus.valueOf(line.text(7)), line.truth(8), line.text(9), line.number(10),
                line.missing(11) ? null : line.instant(11), line.truth(12), line.truth(13), line.instant(14), line.instant(15));
    }

    @Override
    public String toString() {
        return "CounsellingThread[" + id + " " + status + "]";
    }
}
