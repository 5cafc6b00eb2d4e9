package cn.shiyu.agreement;

import cn.shiyu.platform.sql.Line;
import java.time.Instant;
import java.util.UUID;

/** An agreement as it stands; its words are read apart. @param confirmation name of a {@link Confirmation} */
record Agreement(
        UUID id,
        String subjectType,
        UUID subject,
        String kind,
        String template,
        String mediator,
        String mediatorName,
        String bodyName,
        AgreementStatus status,
        byte[] facts,
        byte[] terms,
        Instant draftedAt,
        Instant proposedAt,
        Instant inForceAt,
        Instant endedAt,
        byte[] sm3,
        byte[] sha256,
        Confirmation confirmation,
        Instant confirmDue,
        String court,
        String ruling) {

    static final String COLUMNS = """
            select agreement_id, subject_type, subject_id, kind, template, mediator, mediator_name, body_name, status, facts_sealed,
              terms_sealed, drafted_at, proposed_at, in_force_at, ended_at, paper_sm3, paper_sha256, confirmation, confirm_due, court,
              ruling
            from agreement where tenant_id = $1""";

    static Agreement of(Line line) {
        return new Agreement(
                line.uuid(0), line.text(1), line.uuid(2), line.text(3), line.text(4), line.text(5), line.text(6), line.text(7),
                AgreementStatus.valueOf(line.text(8)), line.bytes(9), line.bytes(10), line.instant(11), instant(line, 12),
                instant(line, 13), instant(line, 14), line.missing(15) ? null : line.bytes(15),
                line.missing(16) ? null : line.bytes(16), Confirmation.valueOf(line.text(17)), instant(line, 18), line.text(19),
                line.text(20));
    }

    private static Instant instant(Line line, int column) {
        return line.missing(column) ? null : line.instant(column);
    }
}
