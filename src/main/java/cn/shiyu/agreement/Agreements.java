package cn.shiyu.agreement;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code agreement}. */
final class Agreements {

    private static final String FIND = Agreement.COLUMNS + " and agreement_id = $2";
    private static final String LOCK = FIND + " for no key update";
    private static final String OF_SUBJECT =
            Agreement.COLUMNS + " and subject_type = $2 and subject_id = $3 order by agreement_id desc";
    private static final String ADD = """
            insert into agreement (tenant_id, agreement_id, subject_type, subject_id, kind, template, mediator, mediator_name, body_name,
              status, facts_sealed, terms_sealed, drafted_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'DRAFT', $10, $11, $12)""";
    private static final String SET = "update agreement set version = version + 1, ";
    private static final String WHERE = " where tenant_id = $1 and agreement_id = $2";
    private static final String WRITTEN = SET + "facts_sealed = $3, terms_sealed = $4" + WHERE;
    private static final String MOVED = SET + "status = $3, proposed_at = $4" + WHERE;
    private static final String IN_FORCE = SET
            + "status = 'IN_FORCE', in_force_at = $3, paper_sealed = $4, paper_sm3 = $5, paper_sha256 = $6, confirm_due = $7" + WHERE;
    private static final String ENDED = SET + "status = $3, ended_at = $4" + WHERE;
    private static final String CONFIRMATION =
            SET + "confirmation = $3, court = coalesce($4, court), ruling = coalesce($5, ruling)" + WHERE;
    private static final String PAPER = "select paper_sealed from agreement" + WHERE + " and paper_sealed is not null";
    private static final String SAME =
            "select in_force_at from agreement where tenant_id = $1 and paper_sm3 = $2 limit 1";

    private Agreements() {}

    static Uni<Optional<Agreement>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(Agreement::of));
    }

    static Uni<Optional<Agreement>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(LOCK, tenant.value(), id).map(found -> found.map(Agreement::of));
    }

    /** Newest first. */
    static Uni<List<Agreement>> of(Statements sql, TenantId tenant, String type, UUID subject) {
        return sql.select(OF_SUBJECT, tenant.value(), type, subject)
                .map(lines -> lines.stream().map(Agreement::of).toList());
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, Agreement it) {
        return sql.update(
                ADD, tenant.value(), it.id(), it.subjectType(), it.subject(), it.kind(), it.template(), it.mediator(),
                it.mediatorName(), it.bodyName(), it.facts(), it.terms(), it.draftedAt());
    }

    static Uni<Integer> written(Statements sql, TenantId tenant, UUID id, byte[] facts, byte[] terms) {
        return sql.update(WRITTEN, tenant.value(), id, facts, terms);
    }

    /** @param proposed null when it is a draft again */
    static Uni<Integer> moved(Statements sql, TenantId tenant, UUID id, AgreementStatus status, Instant proposed) {
        return sql.update(MOVED, tenant.value(), id, status.name(), proposed);
    }

    static Uni<Integer> inForce(
            Statements sql, TenantId tenant, UUID id, Instant at, byte[] paper, byte[] sm3, byte[] sha256, Instant due) {
        return sql.update(IN_FORCE, tenant.value(), id, at, paper, sm3, sha256, due);
    }

    static Uni<Integer> ended(Statements sql, TenantId tenant, UUID id, AgreementStatus status, Instant at) {
        return sql.update(ENDED, tenant.value(), id, status.name(), at);
    }

    static Uni<Integer> confirmation(
            Statements sql, TenantId tenant, UUID id, Confirmation state, String court, String ruling) {
        return sql.update(CONFIRMATION, tenant.value(), id, state.name(), court, ruling);
    }

    /** Sealed, as it was frozen. */
    static Uni<Optional<byte[]>> paper(Statements sql, TenantId tenant, UUID id) {
        return sql.first(PAPER, tenant.value(), id).map(found -> found.map(line -> line.bytes(0)));
    }

    /** When the paper with this digest came into force in this city, if one did. */
    static Uni<Optional<Instant>> same(Statements sql, TenantId tenant, byte[] sm3) {
        return sql.first(SAME, tenant.value(), sm3).map(found -> found.map(line -> line.instant(0)));
    }
}
