package cn.shiyu.open311;

import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code open311_key}. Keys are found by their keyed digest, which is another one in each city. */
@ApplicationScoped
class PartnerKeys {

    private static final String INSERT = """
            insert into open311_key (tenant_id, key_id, partner_id, partner_name, contact_sealed, per_minute, key_digest,
              key_end, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";
    private static final String IN_FORCE = """
            select partner_id, key_id, partner_name, per_minute from open311_key
            where tenant_id = $1 and key_digest = $2 and revoked_at is null""";
    private static final String COLUMNS = """
            select key_id, partner_id, partner_name, contact_sealed, per_minute, key_end, created_at, created_by, revoked_at
            from open311_key where tenant_id = $1""";
    private static final String REVOKE = """
            update open311_key set revoked_at = $3, revoked_by = $4
            where tenant_id = $1 and key_id = $2 and revoked_at is null""";

    @Inject
    Sealer sealer;

    @Inject
    BlindIndex index;

    Uni<Integer> add(Statements sql, TenantId tenant, PartnerKeyView key, String secret) {
        return sql.update(
                INSERT,
                tenant.value(),
                key.keyId(),
                key.partnerId(),
                key.partner(),
                sealer.seal(tenant, Purpose.CONTACT, key.keyId().toString(), key.contact()),
                key.perMinute(),
                digest(tenant, secret),
                key.end(),
                key.createdAt(),
                key.createdBy());
    }

    Uni<Optional<Partner>> inForce(Statements sql, TenantId tenant, String secret) {
        return sql.first(IN_FORCE, tenant.value(), digest(tenant, secret))
                .map(found -> found.map(line -> new Partner(line.uuid(0), line.uuid(1), line.text(2), line.number(3))));
    }

    /** Newest first. @param after the last key of the page before, or null */
    Uni<List<PartnerKeyView>> page(Statements sql, TenantId tenant, UUID after, int most) {
        String order = " order by key_id desc limit " + most;
        Uni<List<Line>> lines = after == null
                ? sql.select(COLUMNS + order, tenant.value())
                : sql.select(COLUMNS + " and key_id < $2" + order, tenant.value(), after);
        return lines.map(found -> found.stream().map(line -> view(tenant, line)).toList());
    }

    Uni<Optional<PartnerKeyView>> find(Statements sql, TenantId tenant, UUID keyId) {
        return sql.first(COLUMNS + " and key_id = $2", tenant.value(), keyId)
                .map(found -> found.map(line -> view(tenant, line)));
    }

    /** @return whether it was in force till now */
    Uni<Boolean> revoke(Statements sql, TenantId tenant, UUID keyId, Instant at, String by) {
        return sql.update(REVOKE, tenant.value(), keyId, at, by).map(rows -> rows == 1);
    }

    private byte[] digest(TenantId tenant, String secret) {
        return index.digest(tenant, Purpose.LOOKUP, "open311-key|" + secret);
    }

    private PartnerKeyView view(TenantId tenant, Line line) {
        UUID keyId = line.uuid(0);
        return new PartnerKeyView(
                keyId,
                line.uuid(1),
                line.text(2),
                sealer.openText(tenant, Purpose.CONTACT, keyId.toString(), line.bytes(3)),
                line.number(4),
                line.text(5),
                line.instant(6),
                line.text(7),
                line.missing(8) ? null : line.instant(8));
    }
}
