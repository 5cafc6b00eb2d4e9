package cn.shiyu.mediation;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table {@code mediation_party}: who the two are and what they say it is about, sealed. */
@ApplicationScoped
class Parties {

    private static final String ADD = """
            insert into mediation_party (tenant_id, mediation_id, side, name_sealed, phone_sealed, story_sealed, claim_sealed)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String TELL = """
            update mediation_party set name_sealed = $4, phone_sealed = $5, story_sealed = coalesce($6, story_sealed),
              claim_sealed = coalesce($7, claim_sealed)
            where tenant_id = $1 and mediation_id = $2 and side = $3""";
    private static final String ALL = """
            select side, name_sealed, phone_sealed, story_sealed, claim_sealed, rating, ratings from mediation_party
            where tenant_id = $1 and mediation_id = $2""";
    private static final String RATE = """
            update mediation_party set rating = $4, ratings = ratings + 1
            where tenant_id = $1 and mediation_id = $2 and side = $3""";

    @Inject
    Sealer sealer;

    Uni<Integer> add(Statements sql, TenantId tenant, UUID id, Party party) {
        return sql.update(ADD, sealed(tenant, id, party));
    }

    /** Says more: what is null stays as it was, but for name and phone. */
    Uni<Integer> tell(Statements sql, TenantId tenant, UUID id, Party party) {
        return sql.update(TELL, sealed(tenant, id, party));
    }

    Uni<Integer> rate(Statements sql, TenantId tenant, UUID id, Side side, String level) {
        return sql.update(RATE, tenant.value(), id, side.name(), level);
    }

    private Object[] sealed(TenantId tenant, UUID id, Party party) {
        Side side = party.side();
        return new Object[] {
            tenant.value(), id, side.name(),
            sealer.seal(tenant, Purpose.IDENTITY, label(id, side, "name"), party.name()),
            sealer.seal(tenant, Purpose.CONTACT, label(id, side, "phone"), party.phone()),
            sealer.seal(tenant, Purpose.CONFIDENCE, label(id, side, "story"), party.story()),
            sealer.seal(tenant, Purpose.CONFIDENCE, label(id, side, "claim"), party.claim())
        };
    }

    Uni<Map<Side, Party>> of(Statements sql, TenantId tenant, UUID id) {
        return sql.select(ALL, tenant.value(), id)
                .map(lines -> lines.stream()
                        .map(line -> opened(tenant, id, line))
                        .collect(Collectors.toMap(Party::side, Function.identity())));
    }

    private Party opened(TenantId tenant, UUID id, Line line) {
        Side side = Side.valueOf(line.text(0));
        return new Party(
                side,
                sealer.openText(tenant, Purpose.IDENTITY, label(id, side, "name"), line.bytes(1)),
                sealer.openText(tenant, Purpose.CONTACT, label(id, side, "phone"), line.bytes(2)),
                sealer.openText(tenant, Purpose.CONFIDENCE, label(id, side, "story"), line.missing(3) ? null : line.bytes(3)),
                sealer.openText(tenant, Purpose.CONFIDENCE, label(id, side, "claim"), line.missing(4) ? null : line.bytes(4)),
                line.text(5), line.number(6));
    }

    private static String label(UUID id, Side side, String column) {
        return "mediation:" + id + ":" + side + ":" + column;
    }
}
