package cn.shiyu.moralbank.ledger;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Books transfers, in the transaction of whatever causes them: both stand or fall together. A key that came before books nothing
 * and says so; the same key for something else is refused. Nothing is ever changed: what was wrong is reversed, once.
 */
@ApplicationScoped
public class Ledger {

    @Inject
    Bookkeeper bookkeeper;

    @Inject
    Reversals reversals;

    @Inject
    Holds holds;

    @Inject
    TenantSql sql;

    /**
     * @throws cn.shiyu.platform.problem.Refusal 409 {@code not-enough-points}, {@code idempotency-key-reused}
     * @throws IllegalArgumentException for accounts between which this kind moves nothing
     */
    public Uni<Receipt> post(SqlConnection connection, Caller by, Transfer transfer) {
        Statements on = Statements.on(connection);
        TenantId tenant = by.tenant();
        return Books.kind(on, tenant, transfer.from())
                .chain(from -> Books.kind(on, tenant, transfer.to()).chain(to -> {
                    if (!transfer.kind().moves(from, to)) {
                        throw new IllegalArgumentException("no " + transfer.kind() + " from " + from + " to " + to);
                    }
                    return bookkeeper.book(on, by, transfer, from, to);
                }));
    }

    /**
     * Takes an award, a spending or a capture back, to the point and once for ever. Points return to the lots they came from; where
     * such a lot has run out meanwhile, they come back with thirty days to spend them.
     *
     * @throws cn.shiyu.platform.problem.Refusal 409 {@code reversed-already}, {@code not-reversible}, {@code not-enough-points}
     *     when whoever received them has not got them any more
     */
    public Uni<Receipt> reverse(
            SqlConnection connection, Caller by, String key, UUID transfer, String reason, Source source) {
        return reversals.reverse(Statements.on(connection), by, key, transfer, reason, source);
    }

    /** Puts points aside until then; after that they go back by themselves. @param to whom they are meant for: a merchant */
    public Uni<Held> hold(
            SqlConnection connection, Caller by, String key, UUID from, UUID to, long points, Instant until, String reason, Source source) {
        return holds.hold(connection, by, key, from, to, points, until, reason, source);
    }

    /**
     * Lets a hold through, wholly or in part; the rest goes back.
     *
     * @param points from 1 to what is held
     * @throws cn.shiyu.platform.problem.Refusal 409 {@code hold-ended} when it was captured, voided or ran out
     */
    public Uni<Receipt> capture(SqlConnection connection, Caller by, String key, UUID hold, long points) {
        return holds.capture(Statements.on(connection), by, key, hold, points);
    }

    /** Lets all of a hold go back. @throws cn.shiyu.platform.problem.Refusal 409 {@code hold-ended} */
    public Uni<Receipt> release(SqlConnection connection, Caller by, String key, UUID hold) {
        return holds.release(Statements.on(connection), by, key, hold);
    }

    /** Books what is left of a lot whose last day is over as expired, once. @return empty when nothing is left of it */
    public Uni<java.util.Optional<Receipt>> expire(SqlConnection connection, TenantId tenant, Lot lot) {
        return bookkeeper.expire(connection, Caller.system(tenant, "bank-expiry"), lot);
    }

    /** Does all of it, has the database check it, and undoes it: what would happen, with the same refusals. */
    public <T> Uni<T> dryRun(TenantId tenant, Function<SqlConnection, Uni<T>> work) {
        return sql.inTx(tenant, connection -> work.apply(connection)
                        .call(() -> Statements.on(connection).select("set constraints all immediate"))
                        .<T>chain(result -> Uni.createFrom().failure(new Rehearsed(result))))
                .onFailure(Rehearsed.class)
                .recoverWithItem(failure -> result(failure));
    }

    @SuppressWarnings("unchecked")
    private static <T> T result(Throwable rehearsed) {
        return (T) ((Rehearsed) rehearsed).result;
    }

    /** Carries the result out of the transaction that must not stay. */
    private static final class Rehearsed extends RuntimeException {

        private final transient Object result;

        Rehearsed(Object result) {
            super("rehearsed", null, false, false);
            this.result = result;
        }
    }
}
