package cn.shiyu.mediation;

import cn.shiyu.platform.sql.Line;
import java.time.Instant;
import java.util.UUID;

/**
 * A mediation as it stands; what the parties say is read apart.
 *
 * @param respondent null until the other party opened the invitation
 * @param mediator login of whom both agreed on; null while they choose
 * @param answerDue until when whoever has to answer must; null when nobody has to
 * @param handTo login of the mediator it is offered to, or null
 */
record Mediation(
        UUID id,
        String shelf,
        String region,
        byte[] title,
        MediationStatus status,
        int round,
        UUID applicant,
        UUID respondent,
        String mediator,
        String caseNumber,
        UUID consultation,
        Instant appliedAt,
        Instant answerDue,
        Instant startedAt,
        Instant dueAt,
        Instant pausedAt,
        Instant endedAt,
        String handTo,
        boolean handApplicant,
        boolean handRespondent) {

    static final String COLUMNS = """
            select mediation_id, shelf, region, title_sealed, status, round, applicant_id, respondent_id, mediator, case_number,
              consultation_id, applied_at, answer_due, started_at, due_at, paused_at, ended_at, hand_to, hand_applicant,
              hand_respondent
            from mediation where tenant_id = $1""";

    static Mediation of(Line line) {
        return new Mediation(
                line.uuid(0), line.text(1), line.text(2), line.bytes(3), MediationStatus.valueOf(line.text(4)), line.number(5),
                line.uuid(6), line.uuid(7), line.text(8), line.text(9), line.uuid(10), line.instant(11), instant(line, 12),
                instant(line, 13), instant(line, 14), instant(line, 15), instant(line, 16), line.text(17), line.truth(18),
                line.truth(19));
    }

    /** Who is this side, or null. */
    UUID of(Side side) {
        return side == Side.APPLICANT ? applicant : respondent;
    }

    boolean consented(Side side) {
        return side == Side.APPLICANT ? handApplicant : handRespondent;
    }

    /** Whether the other party has taken part: before it does, it sees who asks and for what, and no more. */
    boolean isJoined() {
        return round > 1 || mediator != null;
    }

    private static Instant instant(Line line, int column) {
        return line.missing(column) ? null : line.instant(column);
    }
}
