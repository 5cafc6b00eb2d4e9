package cn.shiyu.agreement;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table {@code agreement_party}: who signs, the one-time code, the signature; sealed. */
@ApplicationScoped
class Signers {

    /** So often somebody may be wrong about a code. */
    static final int TRIES = 5;

    private static final byte DRAWN = 1;
    private static final byte TYPED = 2;
    private static final String ADD = """
            insert into agreement_party (tenant_id, agreement_id, side, resident_id, name_sealed, phone_sealed)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String ALL = """
            select side, resident_id, name_sealed, phone_sealed, signature_sealed, signed_at, wants_confirmation
            from agreement_party where tenant_id = $1 and agreement_id = $2""";
    private static final String WHERE = " where tenant_id = $1 and agreement_id = $2 and side = $3";
    private static final String CODE =
            "update agreement_party set code_digest = $4, code_until = $5, code_tries = 0" + WHERE;
    private static final String CODE_OF = "select code_digest, code_until, code_tries from agreement_party" + WHERE;
    private static final String WRONG = "update agreement_party set code_tries = code_tries + 1" + WHERE;
    private static final String SIGNED = """
            update agreement_party set signature_sealed = $4, signed_at = $5, code_digest = null, code_until = null""" + WHERE;
    private static final String VOID = """
            update agreement_party set signature_sealed = null, signed_at = null, code_digest = null, code_until = null
            where tenant_id = $1 and agreement_id = $2""";
    private static final String WANTS = "update agreement_party set wants_confirmation = true" + WHERE;

    @Inject
    Sealer sealer;

    /** A code that was sent. */
    record Code(byte[] digest, Instant until, int tries) {}

    Uni<Integer> add(Statements sql, TenantId tenant, UUID id, Signer one) {
        return sql.update(
                ADD, tenant.value(), id, one.side().name(), one.resident(),
                sealer.seal(tenant, Purpose.IDENTITY, label(id, one.side(), "name"), one.name()),
                sealer.seal(tenant, Purpose.CONTACT, label(id, one.side(), "phone"), one.phone()));
    }

    Uni<Map<AgreementSide, Signer>> of(Statements sql, TenantId tenant, UUID id) {
        return sql.select(ALL, tenant.value(), id)
                .map(lines -> lines.stream()
                        .map(line -> opened(tenant, id, line))
                        .collect(Collectors.toMap(Signer::side, Function.identity())));
    }

    private Signer opened(TenantId tenant, UUID id, Line line) {
        AgreementSide side = AgreementSide.valueOf(line.text(0));
        byte[] kept = line.missing(4)
                ? null
                : sealer.open(tenant, Purpose.CONFIDENCE, label(id, side, "signature"), line.bytes(4));
        return new Signer(
                side, line.uuid(1), sealer.openText(tenant, Purpose.IDENTITY, label(id, side, "name"), line.bytes(2)),
                sealer.openText(tenant, Purpose.CONTACT, label(id, side, "phone"), line.bytes(3)),
                kept == null ? null : Arrays.copyOfRange(kept, 1, kept.length), kept != null && kept[0] == DRAWN,
                line.missing(5) ? null : line.instant(5), line.truth(6));
    }

    Uni<Integer> code(Statements sql, TenantId tenant, UUID id, AgreementSide side, byte[] digest, Instant until) {
        return sql.update(CODE, tenant.value(), id, side.name(), digest, until);
    }

    Uni<Optional<Code>> code(Statements sql, TenantId tenant, UUID id, AgreementSide side) {
        return sql.first(CODE_OF, tenant.value(), id, side.name())
                .map(found -> found.filter(line -> !line.missing(0))
                        .map(line -> new Code(line.bytes(0), line.instant(1), line.number(2))));
    }

    Uni<Integer> wrong(Statements sql, TenantId tenant, UUID id, AgreementSide side) {
        return sql.update(WRONG, tenant.value(), id, side.name());
    }

    Uni<Integer> signed(Statements sql, TenantId tenant, UUID id, AgreementSide side, Signature signature, Instant at) {
        byte[] kept = ByteBuffer.allocate(signature.bytes().length + 1)
                .put(signature.drawn() ? DRAWN : TYPED)
                .put(signature.bytes())
                .array();
        byte[] sealed = sealer.seal(tenant, Purpose.CONFIDENCE, label(id, side, "signature"), kept);
        return sql.update(SIGNED, tenant.value(), id, side.name(), sealed, at);
    }

    /** Signatures given are void. */
    Uni<Integer> forget(Statements sql, TenantId tenant, UUID id) {
        return sql.update(VOID, tenant.value(), id);
    }

    Uni<Integer> wants(Statements sql, TenantId tenant, UUID id, AgreementSide side) {
        return sql.update(WANTS, tenant.value(), id, side.name());
    }

    private static String label(UUID id, AgreementSide side, String column) {
        return "agreement:" + id + ":" + side + ":" + column;
    }
}
