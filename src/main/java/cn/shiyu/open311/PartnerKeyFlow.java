package cn.shiyu.open311;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An administrator of the city gives keys to partners, renews and revokes them; each is an event. */
@ApplicationScoped
public class PartnerKeyFlow {

    private static final String STREAM = "partner-key";
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN_END = 4;

    /** @param secret shown now and never again; null when the same form came before */
    public record Issued(String partner, String secret) {}

    @Inject
    TenantSql sql;

    @Inject
    PartnerKeys keys;

    @Inject
    EventLog events;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** @throws Refusal 403 for all but administrators, 422 naming each field */
    public Uni<Issued> issue(Caller admin, IdempotencyKey once, NewPartner typed) {
        administrator(admin);
        typed.refuseIfBad();
        String secret = secret();
        PartnerKeyView key = key(
                admin, UUID.randomUUID(), typed.name().strip(), typed.contact().strip(), typed.limit(), secret);
        byte[] digest = IdempotencyKey.digest("open311-key", typed);
        return sql.inTx(
                        admin.tenant(),
                        connection -> idempotency.once(
                                connection,
                                admin,
                                once,
                                digest,
                                () -> add(connection, admin, key, secret, "PartnerKeyIssued")))
                .map(outcome -> new Issued(key.partner(), outcome.replayed() ? null : secret));
    }

    /** A second key for the same partner, so that it can change over without a gap; the first is revoked when it has. */
    public Uni<Issued> renew(Caller admin, IdempotencyKey once, UUID keyId) {
        administrator(admin);
        String secret = secret();
        byte[] digest = IdempotencyKey.digest("open311-key-renewal", keyId);
        return sql.inTx(admin.tenant(), connection -> keys.find(Statements.on(connection), admin.tenant(), keyId)
                .map(found -> found.filter(PartnerKeyView::inForce).orElseThrow(Refusal::notFound))
                .map(old -> key(admin, old.partnerId(), old.partner(), old.contact(), old.perMinute(), secret))
                .chain(key -> idempotency
                        .once(
                                connection,
                                admin,
                                once,
                                digest,
                                () -> add(connection, admin, key, secret, "PartnerKeyRenewed"))
                        .map(outcome -> new Issued(key.partner(), outcome.replayed() ? null : secret))));
    }

    /** At once: the very next request under it is turned away. Revoking twice is the same as once. */
    public Uni<Void> revoke(Caller admin, UUID keyId) {
        administrator(admin);
        Instant now = now();
        return sql.inTx(admin.tenant(), connection -> keys.find(Statements.on(connection), admin.tenant(), keyId)
                .invoke(found -> found.orElseThrow(Refusal::notFound))
                .chain(() -> keys.revoke(Statements.on(connection), admin.tenant(), keyId, now, admin.id()))
                .chain(changed -> changed
                        ? happened(connection, admin, keyId, NewEvent.of("PartnerKeyRevoked", Map.of()), now)
                        : Uni.createFrom().voidItem()));
    }

    /** @throws Refusal 403: keys are the administrator's */
    static Caller administrator(Caller caller) {
        if (!caller.holds(Role.TENANT_ADMIN)) {
            throw new Refusal(403, "not-allowed", Messages.get("open311.fault.adminOnly"));
        }
        return caller;
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "sy311-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private PartnerKeyView key(Caller admin, UUID partner, String name, String contact, int perMinute, String secret) {
        String end = secret.substring(secret.length() - SHOWN_END);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return new PartnerKeyView(id, partner, name, contact, perMinute, end, now(), admin.id(), null);
    }

    private Uni<String> add(SqlConnection connection, Caller admin, PartnerKeyView key, String secret, String type) {
        NewEvent event = NewEvent.of(
                type,
                Map.of("partner", key.partnerId().toString(), "name", key.partner(), "perMinute", key.perMinute()));
        return keys.add(Statements.on(connection), admin.tenant(), key, secret)
                .chain(() -> happened(connection, admin, key.keyId(), event, key.createdAt()))
                .replaceWith(key.keyId().toString());
    }

    private Uni<Void> happened(SqlConnection connection, Caller admin, UUID keyId, NewEvent event, Instant at) {
        String unit = admin.posts().stream()
                .filter(post -> post.role() == Role.TENANT_ADMIN)
                .map(Post::unit)
                .findFirst()
                .orElse(null);
        return events.append(connection, admin, unit, new StreamId(STREAM, keyId), List.of(event), at)
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
