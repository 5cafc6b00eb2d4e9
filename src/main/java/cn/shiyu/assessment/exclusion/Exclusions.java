package cn.shiyu.assessment.exclusion;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of applications, and what they are about. */
final class Exclusions {

    private static final String COLUMNS = """
            select exclusion_id, unit, stream_id, seq, type, occurred_at, case_number, reason, words_sealed, state, applied_name, applied_at,
              decided_name, decided_at, decision_sealed from assessment_exclusion where tenant_id = $1""";
    private static final String FIND = COLUMNS + " and exclusion_id = $2";
    private static final String BEFORE = " and (cast($2 as uuid) is null or exclusion_id < cast($2 as uuid))";
    private static final String ORDER = " order by exclusion_id desc limit $3";
    private static final String ADD = """
            insert into assessment_exclusion (tenant_id, exclusion_id, unit, stream_id, seq, type, occurred_at, case_number, reason, words_sealed,
              applied_by, applied_name, applied_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (tenant_id, stream_id, seq) where state <> 'WITHDRAWN' do nothing""";
    private static final String MOVE = """
            update assessment_exclusion set state = $3, decided_name = $4, decided_at = $5, decision_sealed = $6
            where tenant_id = $1 and exclusion_id = $2 and state = 'OPEN'""";
    /** The unit it counts for, as the figures have it. */
    private static final String EVENT = """
            select coalesce(f.facts ->> 'lead', f.facts ->> 'unit'), e.type, e.occurred_at, c.number
            from event e cross join lateral (select cast(e.payload as jsonb) as facts) f
            join case_file c on c.tenant_id = e.tenant_id and c.case_id = e.stream_id
            where e.tenant_id = $1 and e.stream_id = $2 and e.seq = $3 and e.stream_type = 'case'
              and e.type in ('CaseDispatched', 'ReturnRuled', 'CaseReturned', 'CaseReturnDisputed', 'CaseFinished', 'CaseFollowedUp', 'CaseRated', 'CaseReworkOrdered', 'CaseAskedAgain')""";
    private static final String SEALED = "select 1 from assessment_month where tenant_id = $1 and starts <= $2 and ends > $2";

    private Exclusions() {}

    /** What an application is about. */
    record Subject(String unit, String type, Instant occurredAt, String caseNumber) {}

    static Uni<Optional<Subject>> subject(Statements sql, TenantId tenant, UUID stream, int seq) {
        return sql.first(EVENT, tenant.value(), stream, seq)
                .map(found -> found.filter(line -> !line.missing(0))
                        .map(line -> new Subject(line.text(0), line.text(1), line.instant(2), line.text(3))));
    }

    static Uni<Boolean> sealed(Statements sql, TenantId tenant, LocalDate day) {
        return sql.first(SEALED, tenant.value(), day).map(Optional::isPresent);
    }

    static Uni<Optional<ExclusionRow>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(ExclusionRow::of));
    }

    static Uni<Optional<ExclusionRow>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND + " for no key update", tenant.value(), id).map(found -> found.map(ExclusionRow::of));
    }

    /** Newest first. @param state null for all @param units null for all, else of these alone */
    static Uni<List<ExclusionRow>> list(Statements sql, TenantId tenant, ExclusionState state, String[] units, UUID after, int most) {
        String query = COLUMNS + BEFORE + (state == null ? "" : " and state = '" + state + "'") + (units == null ? "" : " and unit = any($4)") + ORDER;
        Object[] arguments = units == null ? new Object[] {tenant.value(), after, most} : new Object[] {tenant.value(), after, most, units};
        return sql.select(query, arguments).map(lines -> lines.stream().map(ExclusionRow::of).toList());
    }

    /** @return 0 when there is one already */
    static Uni<Integer> add(Statements sql, TenantId tenant, ExclusionRow it, String by) {
        return sql.update(
                ADD, tenant.value(), it.id(), it.unit(), it.stream(), it.seq(), it.type(), it.occurredAt(), it.caseNumber(), it.reason().name(),
                it.words(), by, it.appliedName(), it.appliedAt());
    }

    static Uni<Integer> move(Statements sql, TenantId tenant, UUID id, ExclusionState to, String by, Instant at, byte[] words) {
        return sql.update(MOVE, tenant.value(), id, to.name(), by, at, words);
    }
}
