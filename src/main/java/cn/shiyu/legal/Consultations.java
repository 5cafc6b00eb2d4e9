package cn.shiyu.legal;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code legal_consultation}. */
final class Consultations {

    private static final String FIND = Consultation.COLUMNS + " and consultation_id = $2";
    private static final String LOCK = FIND + " for no key update";
    private static final String ADD = """
            insert into legal_consultation (tenant_id, consultation_id, resident_id, shown_name, advisor, field, region, township,
              title_sealed, client_digest, other_digest, conflict, status, due_at, asked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'ASKED', $13, $14)""";
    private static final String SET = "update legal_consultation set version = version + 1, ";
    private static final String WHERE = " where tenant_id = $1 and consultation_id = $2";
    private static final String ASKED = SET + "status = 'ASKED', due_at = coalesce(due_at, $3)" + WHERE;
    private static final String ANSWERED = SET + "status = 'ANSWERED', advisor = $3, due_at = null, escalated = false,"
            + " first_answered_at = coalesce(first_answered_at, $4)" + WHERE;
    private static final String CONCLUDED =
            SET + "status = 'CONCLUDED', outcome = $3, concluded_at = $4, due_at = null, escalated = false" + WHERE;
    private static final String HANDED_OVER = SET + "advisor = $3, conflict = $4" + WHERE;
    private static final String ESCALATED = SET + "escalated = true" + WHERE;
    private static final String RATED = SET + "rating = $3, ratings = ratings + 1" + WHERE;

    private static final String FILED = SET + "case_number = $3" + WHERE;

    // The other party is a client of this advisor's, or this client is the other party there.
    private static final String BOUND = """
            select 1 from legal_consultation where tenant_id = $1 and advisor = $2 and resident_id <> $3
              and (client_digest = $4 or other_digest = $5) limit 1""";
    private static final String DIGESTS =
            "select other_digest, client_digest from legal_consultation where tenant_id = $1 and consultation_id = $2";

    private Consultations() {}

    static Uni<Optional<Consultation>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(Consultation::of));
    }

    static Uni<Optional<Consultation>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(LOCK, tenant.value(), id).map(found -> found.map(Consultation::of));
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, Consultation it, byte[] client, byte[] other) {
        return sql.update(
                ADD, tenant.value(), it.id(), it.resident(), it.shownName(), it.advisor(), it.field(), it.region(),
                it.township(), it.title(), client, other, it.conflict(), it.dueAt(), it.askedAt());
    }

    static Uni<Integer> asked(Statements sql, TenantId tenant, UUID id, Instant due) {
        return sql.update(ASKED, tenant.value(), id, due);
    }

    static Uni<Integer> answered(Statements sql, TenantId tenant, UUID id, String advisor, Instant at) {
        return sql.update(ANSWERED, tenant.value(), id, advisor, at);
    }

    static Uni<Integer> concluded(Statements sql, TenantId tenant, UUID id, Outcome outcome, Instant at) {
        return sql.update(CONCLUDED, tenant.value(), id, outcome.name(), at);
    }

    static Uni<Integer> handedOver(Statements sql, TenantId tenant, UUID id, String to, boolean conflict) {
        return sql.update(HANDED_OVER, tenant.value(), id, to, conflict);
    }

    static Uni<Integer> escalated(Statements sql, TenantId tenant, UUID id) {
        return sql.update(ESCALATED, tenant.value(), id);
    }

    static Uni<Integer> rated(Statements sql, TenantId tenant, UUID id, String level) {
        return sql.update(RATED, tenant.value(), id, level);
    }

    static Uni<Integer> filed(Statements sql, TenantId tenant, UUID id, String number) {
        return sql.update(FILED, tenant.value(), id, number);
    }

    /** Whether the advisor may be bound to the other side. @param client digest of who asks; either may be null */
    static Uni<Boolean> bound(
            Statements sql, TenantId tenant, String advisor, UUID resident, byte[] client, byte[] other) {
        return client == null && other == null
                ? Uni.createFrom().item(false)
                : sql.first(BOUND, tenant.value(), advisor, resident, other, client).map(Optional::isPresent);
    }

    /** The same for another advisor, by what was kept of the names. */
    static Uni<Boolean> bound(Statements sql, TenantId tenant, String advisor, Consultation it) {
        return sql.first(DIGESTS, tenant.value(), it.id())
                .map(Optional::orElseThrow)
                .chain(line -> bound(
                        sql, tenant, advisor, it.resident(), line.missing(1) ? null : line.bytes(1),
                        line.missing(0) ? null : line.bytes(0)));
    }
}
