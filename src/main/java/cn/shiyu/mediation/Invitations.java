package cn.shiyu.mediation;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The table {@code mediation_invitation}: found by a digest, so that whoever reads the table cannot come in. */
@ApplicationScoped
class Invitations {

    /** So often somebody may be wrong about the digits. */
    static final int TRIES = 5;

    private static final int BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ADD = """
            insert into mediation_invitation (tenant_id, token_digest, mediation_id, token_sealed) values ($1, $2, $3, $4)
            on conflict (tenant_id, mediation_id) do update set token_digest = $2, token_sealed = $4, tries = 0""";
    private static final String OF =
            "select token_sealed, tries, used_at is not null from mediation_invitation where tenant_id = $1 and mediation_id = $2";
    private static final String FIND =
            "select mediation_id, tries, used_at is not null from mediation_invitation where tenant_id = $1 and token_digest = $2";
    private static final String TRY =
            "update mediation_invitation set tries = tries + 1 where tenant_id = $1 and token_digest = $2 and tries < $3";
    private static final String USE =
            "update mediation_invitation set used_at = $3 where tenant_id = $1 and token_digest = $2 and used_at is null";

    @Inject
    Sealer sealer;

    /** What a link leads to. @param shut after too many wrong tries */
    record Invitation(UUID mediation, boolean shut, boolean used) {}

    /** A new link; one that was there no longer works. */
    Uni<Integer> add(Statements sql, TenantId tenant, UUID mediation) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return sql.update(
                ADD, tenant.value(), digest(token), mediation,
                sealer.seal(tenant, Purpose.SECRET, label(mediation), token));
    }

    /** The link as the applicant may send it again; empty once it was used or shut. */
    Uni<Optional<String>> token(Statements sql, TenantId tenant, UUID mediation) {
        return sql.first(OF, tenant.value(), mediation)
                .map(found -> found.filter(line -> line.number(1) < TRIES && !line.truth(2))
                        .map(line -> sealer.openText(tenant, Purpose.SECRET, label(mediation), line.bytes(0))));
    }

    Uni<Optional<Invitation>> find(Statements sql, TenantId tenant, String token) {
        return sql.first(FIND, tenant.value(), digest(token)).map(found -> found.map(Invitations::of));
    }

    /** One more wrong try, if any is left. */
    Uni<Integer> wrong(Statements sql, TenantId tenant, String token) {
        return sql.update(TRY, tenant.value(), digest(token), TRIES);
    }

    Uni<Integer> use(Statements sql, TenantId tenant, String token, Instant at) {
        return sql.update(USE, tenant.value(), digest(token), at);
    }

    private static Invitation of(Line line) {
        return new Invitation(line.uuid(0), line.number(1) >= TRIES, line.truth(2));
    }

    private static byte[] digest(String token) {
        return Sm3.digest(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String label(UUID mediation) {
        return "mediation-invitation:" + mediation;
    }
}
