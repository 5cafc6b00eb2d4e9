package cn.shiyu.legal;

import cn.shiyu.platform.sql.Line;
import java.time.Instant;
import java.util.UUID;

/**
 * A written consultation as it stands.
 *
 * @param shownName null when the person asks without a name
 * @param conflict whether the advisor who has it may be bound to the other party
 * @param dueAt when the answer is due; null while none is
 */
record Consultation(
        UUID id,
        UUID resident,
        String shownName,
        String advisor,
        String field,
        String region,
        String township,
        byte[] title,
        boolean conflict,
        ConsultationStatus status,
        boolean escalated,
        Outcome outcome,
        Instant dueAt,
        Instant askedAt,
        Instant concludedAt,
        String rating,
        int ratings,
        String caseNumber) {

    static final String COLUMNS = """
            select consultation_id, resident_id, shown_name, advisor, field, region, township, title_sealed, conflict, status,
              escalated, outcome, due_at, asked_at, concluded_at, rating, ratings, case_number
            from legal_consultation where tenant_id = $1""";

    /** The same, with what is known of a conflict of interest. */
    Consultation bound(boolean maybe) {
        return new Consultation(
                id, resident, shownName, advisor, field, region, township, title, maybe, status, escalated, outcome, dueAt,
                askedAt, concludedAt, rating, ratings, caseNumber);
    }

    static Consultation of(Line line) {
        return new Consultation(
                line.uuid(0), line.uuid(1), line.text(2), line.text(3), line.text(4), line.text(5), line.text(6), line.bytes(7),
                line.truth(8), ConsultationStatus.valueOf(line.text(9)), line.truth(10),
                line.missing(11) ? null : Outcome.valueOf(line.text(11)), instant(line, 12), line.instant(13),
                instant(line, 14), line.text(15), line.number(16), line.text(17));
    }

    private static Instant instant(Line line, int column) {
        return line.missing(column) ? null : line.instant(column);
    }
}
