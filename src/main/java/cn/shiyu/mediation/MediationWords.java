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

/** The table {@code mediation_word}: what is said, sealed; an aside is for one side and the mediator alone. */
@ApplicationScoped
class MediationWords {

    private static final int MOST = 500;
    private static final String ADD = """
            insert into mediation_word (tenant_id, mediation_id, word_id, author, aside, words_sealed, at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String ALL = """
            select word_id, author, aside, words_sealed, at from mediation_word
            where tenant_id = $1 and mediation_id = $2 and (aside is null or cast($3 as text) is null or aside = $3)
            order by word_id limit $4""";

    @Inject
    Sealer sealer;

    /** @param by APPLICANT, RESPONDENT or MEDIATOR */
    record Word(MediationStanding by, Side aside, String words, Instant at) {}

    Uni<Integer> add(
            Statements sql, TenantId tenant, UUID mediation, MediationStanding by, Side aside, String words, Instant at) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return sql.update(
                ADD, tenant.value(), mediation, id, by.name(), aside == null ? null : aside.name(),
                sealer.seal(tenant, Purpose.CONFIDENCE, label(id), words), at);
    }

    /** @param of the side that reads; null for the mediator, who reads all */
    Uni<List<Word>> of(Statements sql, TenantId tenant, UUID mediation, Side of) {
        return sql.select(ALL, tenant.value(), mediation, of == null ? null : of.name(), MOST)
                .map(lines -> lines.stream().map(line -> word(tenant, line)).toList());
    }

    private Word word(TenantId tenant, Line line) {
        return new Word(
                MediationStanding.valueOf(line.text(1)), line.missing(2) ? null : Side.valueOf(line.text(2)),
                sealer.openText(tenant, Purpose.CONFIDENCE, label(line.uuid(0)), line.bytes(3)), line.instant(4));
    }

    private static String label(UUID word) {
        return "mediation-word:" + word;
    }
}
