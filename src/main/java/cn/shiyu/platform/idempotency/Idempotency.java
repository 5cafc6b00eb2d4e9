package cn.shiyu.platform.idempotency;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Does the work of a request once. The key is written in the work's own transaction, so that both stand or fall
 * together; a second request at the same moment waits for the first and then answers with its result.
 */
@ApplicationScoped
public class Idempotency {

    // Waits on the unique key while another transaction holds it; changes nothing when that one commits.
    private static final String CLAIM = """
            insert into idempotency_key (tenant_id, caller, key, body_digest, created_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";
    private static final String FOUND =
            "select body_digest, reference from idempotency_key where tenant_id = $1 and caller = $2 and key = $3";
    private static final String SETTLE =
            "update idempotency_key set reference = $4 where tenant_id = $1 and caller = $2 and key = $3";

    private static final String FORGET =
            "delete from idempotency_key where tenant_id = $1 and caller = $2 and key = $3 and created_at < $4";
    private static final String REFERENCE =
            "select reference from idempotency_key where tenant_id = $1 and caller = $2 and key = $3";

    private static final String CLAIM_AS = """
            insert into idempotency_key (tenant_id, caller, key, body_digest, created_at, reference) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing""";

    @Inject
    Clock clock;

    /**
     * @param bodyDigest of everything that was asked, from {@link IdempotencyKey#digest}
     * @param work runs in the given session; gives the reference of its result
     * @throws Refusal 409 {@code idempotency-key-reused} when the key came before with other content
     */
    public Uni<Outcome> once(
            Mutiny.Session session, Caller caller, IdempotencyKey key, byte[] bodyDigest, Supplier<Uni<String>> work) {
        return once(Statements.on(session), caller, key, bodyDigest, work);
    }

    /** The same over the plain client. */
    public Uni<Outcome> once(
            SqlConnection connection,
            Caller caller,
            IdempotencyKey key,
            byte[] bodyDigest,
            Supplier<Uni<String>> work) {
        return once(Statements.on(connection), caller, key, bodyDigest, work);
    }

    /**
     * Lets a key older than this count as never seen; for keys that nobody chose but that were made of what was sent. Before
     * {@link #once}, in the same transaction: of two at the same moment the second waits here and then finds the first's.
     */
    public Uni<Void> forget(SqlConnection connection, Caller caller, IdempotencyKey key, Duration olderThan) {
        Instant before = clock.instant().minus(olderThan);
        return Statements.on(connection)
                .update(FORGET, caller.tenant().value(), who(caller), key.value(), before)
                .replaceWithVoid();
    }

    /** What this caller's key brought about, if it was ever used and is still remembered. */
    public Uni<Optional<String>> reference(SqlConnection connection, Caller caller, IdempotencyKey key) {
        return Statements.on(connection)
                .first(REFERENCE, caller.tenant().value(), who(caller), key.value())
                .map(found -> found.map(line -> line.text(0)));
    }

    private static String who(Caller caller) {
        return caller.kind() + ":" + caller.id();
    }

    /**
     * As {@link #once} where the result has its name before it is there (an id): one statement less, and none after the work.
     *
     * @param again gives the result of the earlier request, by the reference that was kept then
     */
    public <T> Uni<T> onceAs(
            SqlConnection connection,
            Caller caller,
            IdempotencyKey key,
            byte[] bodyDigest,
            String reference,
            Supplier<Uni<T>> work,
            Function<String, Uni<T>> again) {
        Statements sql = Statements.on(connection);
        String tenant = caller.tenant().value();
        String who = who(caller);
        return sql.update(CLAIM_AS, tenant, who, key.value(), bodyDigest, clock.instant(), reference)
                .chain(claimed -> claimed == 1
                        ? work.get()
                        : sql.first(FOUND, tenant, who, key.value())
                                .map(found -> replay(found.orElseThrow(), bodyDigest))
                                .chain(outcome -> again.apply(outcome.reference())));
    }

    private Uni<Outcome> once(
            Statements sql, Caller caller, IdempotencyKey key, byte[] bodyDigest, Supplier<Uni<String>> work) {
        String tenant = caller.tenant().value();
        String who = who(caller);
        return sql.update(CLAIM, tenant, who, key.value(), bodyDigest, clock.instant())
                .chain(claimed -> claimed == 1
                        ? work.get()
                                .call(result -> sql.update(SETTLE, tenant, who, key.value(), result))
                                .map(Idempotency::first)
                        : sql.first(FOUND, tenant, who, key.value())
                                .map(found -> replay(found.orElseThrow(), bodyDigest)));
    }

    private static Outcome first(String reference) {
        return new Outcome(reference, false);
    }

    private static Outcome replay(Line earlier, byte[] bodyDigest) {
        if (!Arrays.equals(earlier.bytes(0), bodyDigest)) {
            throw new Refusal(409, "idempotency-key-reused", "这个防重键已经用于另一份内容,请换一个新的防重键再提交。");
        }
        return new Outcome(earlier.text(1), true);
    }
}
