package cn.shiyu.mediation;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code mediation_follow_up} (回访). */
@ApplicationScoped
class FollowUps {

    private static final String ADD = """
            insert into mediation_follow_up (tenant_id, mediation_id, follow_up_id, kept, words_sealed, at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String ALL = """
            select follow_up_id, kept, words_sealed, at from mediation_follow_up where tenant_id = $1 and mediation_id = $2
            order by follow_up_id""";

    @Inject
    Sealer sealer;

    Uni<Integer> add(Statements sql, TenantId tenant, UUID mediation, boolean kept, String words, Instant at) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return sql.update(
                ADD, tenant.value(), mediation, id, kept, sealer.seal(tenant, Purpose.CONFIDENCE, label(id), words), at);
    }

    Uni<List<MediationView.FollowUp>> of(Statements sql, TenantId tenant, UUID mediation) {
        return sql.select(ALL, tenant.value(), mediation)
                .map(lines -> lines.stream()
                        .map(line -> new MediationView.FollowUp(
                                line.truth(1),
                                sealer.openText(tenant, Purpose.CONFIDENCE, label(line.uuid(0)), line.bytes(2)),
                                line.instant(3)))
                        .toList());
    }

    private static String label(UUID id) {
        return "mediation-follow-up:" + id;
    }
}
