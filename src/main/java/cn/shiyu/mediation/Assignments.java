package cn.shiyu.mediation;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code mediation_assignment}: who had it from when to when. */
@ApplicationScoped
class Assignments {

    private static final String ADD = """
            insert into mediation_assignment (tenant_id, mediation_id, assignment_id, mediator, body, kind, taken_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String CURRENT = """
            select assignment_id from mediation_assignment where tenant_id = $1 and mediation_id = $2 and left_at is null""";
    private static final String LEAVE = """
            update mediation_assignment set left_at = $3, why = $4, words_sealed = $5 where tenant_id = $1 and assignment_id = $2""";
    private static final String ALL = """
            select assignment_id, mediator, body, kind, taken_at, left_at, why, words_sealed from mediation_assignment
            where tenant_id = $1 and mediation_id = $2 order by assignment_id""";

    @Inject
    Sealer sealer;

    Uni<Integer> add(Statements sql, TenantId tenant, UUID id, Mediator mediator, MediationBody body, Instant at) {
        return sql.update(
                ADD, tenant.value(), id, UuidCreator.getTimeOrderedEpoch(), mediator.login(), body.code(), body.kind().name(), at);
    }

    /** Who has it has it no longer; nothing where nobody took it yet. @param why RECUSED, ASKED, HANDED_OVER */
    Uni<Void> leave(Statements sql, TenantId tenant, UUID id, String why, String words, Instant at) {
        return sql.first(CURRENT, tenant.value(), id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : sql.update(
                                        LEAVE, tenant.value(), found.get().uuid(0), at, why,
                                        sealer.seal(tenant, Purpose.CONFIDENCE, label(found.get().uuid(0)), words))
                                .replaceWithVoid());
    }

    Uni<List<Assignment>> of(Statements sql, TenantId tenant, UUID id) {
        return sql.select(ALL, tenant.value(), id)
                .map(lines -> lines.stream().map(line -> assignment(tenant, line)).toList());
    }

    private Assignment assignment(TenantId tenant, Line line) {
        String words = line.missing(7)
                ? null
                : sealer.openText(tenant, Purpose.CONFIDENCE, label(line.uuid(0)), line.bytes(7));
        return new Assignment(
                line.text(1), line.text(2), MediationKind.valueOf(line.text(3)), line.instant(4),
                line.missing(5) ? null : line.instant(5), line.text(6), words);
    }

    private static String label(UUID assignment) {
        return "mediation-assignment:" + assignment;
    }
}
