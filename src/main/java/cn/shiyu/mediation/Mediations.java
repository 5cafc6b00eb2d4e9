package cn.shiyu.mediation;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code mediation}. */
final class Mediations {

    private static final String FIND = Mediation.COLUMNS + " and mediation_id = $2";
    private static final String LOCK = FIND + " for no key update";
    private static final String ADD = """
            insert into mediation (tenant_id, mediation_id, shelf, region, title_sealed, status, applicant_id, case_number,
              consultation_id, applied_at, answer_due)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String SET = "update mediation set version = version + 1, ";
    private static final String WHERE = " where tenant_id = $1 and mediation_id = $2";
    private static final String JOINED = SET + "respondent_id = $3" + WHERE + " and respondent_id is null";
    private static final String CHOSEN = SET + "status = 'MATCHED', mediator = $3, answer_due = $4" + WHERE;
    private static final String CHOOSING = SET
            + "status = $3, round = round + 1, mediator = null, answer_due = $4, hand_to = null, hand_applicant = false,"
            + " hand_respondent = false, paused_at = null" + WHERE;
    private static final String TAKEN = SET
            + "status = 'MEDIATING', answer_due = null, started_at = coalesce(started_at, $3), due_at = coalesce(due_at, $4)" + WHERE;
    private static final String PAUSED = SET + "status = 'PAUSED', paused_at = $3" + WHERE;
    private static final String RESUMED =
            SET + "status = 'MEDIATING', due_at = due_at + (cast($3 as timestamptz) - paused_at), paused_at = null" + WHERE;
    private static final String OFFERED =
            SET + "status = 'HANDING_OVER', hand_to = $3, hand_applicant = false, hand_respondent = false" + WHERE;
    private static final String CONSENTED_A = SET + "hand_applicant = true" + WHERE;
    private static final String CONSENTED_R = SET + "hand_respondent = true" + WHERE;
    private static final String KEPT = SET
            + "status = 'MEDIATING', hand_to = null, hand_applicant = false, hand_respondent = false" + WHERE;
    private static final String HANDED = SET
            + "status = 'MATCHED', mediator = hand_to, hand_to = null, hand_applicant = false, hand_respondent = false,"
            + " answer_due = $3" + WHERE;
    private static final String ENDED = SET
            + "status = $3, ended_at = coalesce(ended_at, $4), answer_due = null, hand_to = null, paused_at = null" + WHERE;

    private Mediations() {}

    static Uni<Optional<Mediation>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(Mediation::of));
    }

    static Uni<Optional<Mediation>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(LOCK, tenant.value(), id).map(found -> found.map(Mediation::of));
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, Mediation it) {
        return sql.update(
                ADD, tenant.value(), it.id(), it.shelf(), it.region(), it.title(), it.status().name(), it.applicant(),
                it.caseNumber(), it.consultation(), it.appliedAt(), it.answerDue());
    }

    /** @return 0 when somebody is there already */
    static Uni<Integer> joined(Statements sql, TenantId tenant, UUID id, UUID respondent) {
        return sql.update(JOINED, tenant.value(), id, respondent);
    }

    static Uni<Integer> chosen(Statements sql, TenantId tenant, UUID id, String mediator, Instant due) {
        return sql.update(CHOSEN, tenant.value(), id, mediator, due);
    }

    /** Another round. @param next whose turn it is */
    static Uni<Integer> choosing(Statements sql, TenantId tenant, UUID id, MediationStatus next, Instant due) {
        return sql.update(CHOOSING, tenant.value(), id, next.name(), due);
    }

    static Uni<Integer> taken(Statements sql, TenantId tenant, UUID id, Instant at, Instant due) {
        return sql.update(TAKEN, tenant.value(), id, at, due);
    }

    static Uni<Integer> paused(Statements sql, TenantId tenant, UUID id, Instant at) {
        return sql.update(PAUSED, tenant.value(), id, at);
    }

    static Uni<Integer> resumed(Statements sql, TenantId tenant, UUID id, Instant at) {
        return sql.update(RESUMED, tenant.value(), id, at);
    }

    static Uni<Integer> offered(Statements sql, TenantId tenant, UUID id, String to) {
        return sql.update(OFFERED, tenant.value(), id, to);
    }

    static Uni<Integer> consented(Statements sql, TenantId tenant, UUID id, Side side) {
        return sql.update(side == Side.APPLICANT ? CONSENTED_A : CONSENTED_R, tenant.value(), id);
    }

    /** The offer to hand over is off. */
    static Uni<Integer> kept(Statements sql, TenantId tenant, UUID id) {
        return sql.update(KEPT, tenant.value(), id);
    }

    static Uni<Integer> handed(Statements sql, TenantId tenant, UUID id, Instant due) {
        return sql.update(HANDED, tenant.value(), id, due);
    }

    static Uni<Integer> ended(Statements sql, TenantId tenant, UUID id, MediationStatus status, Instant at) {
        return sql.update(ENDED, tenant.value(), id, status.name(), at);
    }
}
