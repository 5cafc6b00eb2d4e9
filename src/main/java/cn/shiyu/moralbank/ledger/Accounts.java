package cn.shiyu.moralbank.ledger;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Opens accounts. None is ever closed or removed: who owns it lets go of it, and its books stay. */
@ApplicationScoped
public class Accounts {

    private static final String OPEN = """
            insert into bank_account (tenant_id, account_id, kind, floor, opened_at) values ($1, $2, $3, $4, $5) on conflict do nothing""";
    // And whether it stays, whatever becomes of this transaction.
    private static final String THERE = """
            select xmin <> coalesce(cast(pg_current_xact_id_if_assigned() as xid), cast('0' as xid)) from bank_account
            where tenant_id = $1 and account_id = $2""";

    @Inject
    Clock clock;

    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();

    /** A new account that never goes below zero. */
    public Uni<UUID> open(SqlConnection connection, TenantId tenant, AccountKind kind) {
        return open(connection, tenant, kind, 0);
    }

    /** @param floor how low it may go: zero; for a merchant zero or less, since refunds may outrun a settlement */
    public Uni<UUID> open(SqlConnection connection, TenantId tenant, AccountKind kind, long floor) {
        if (kind.once()) {
            throw new IllegalArgumentException("a city has one " + kind);
        }
        if (floor > 0 || floor < 0 && kind != AccountKind.MERCHANT) {
            throw new IllegalArgumentException("a " + kind + " cannot have the limit " + floor);
        }
        UUID account = UuidCreator.getTimeOrderedEpoch();
        Long limit = kind.inLots() ? null : Long.valueOf(floor);
        return Statements.on(connection)
                .update(OPEN, tenant.value(), account, kind.name(), limit, clock.instant())
                .replaceWith(account);
    }

    /** The one account of this kind, opened when it is first asked for; its id follows from city and kind. */
    public Uni<UUID> only(SqlConnection connection, TenantId tenant, AccountKind kind) {
        if (!kind.once()) {
            throw new IllegalArgumentException("a city has many " + kind);
        }
        UUID account = UUID.nameUUIDFromBytes((tenant.value() + "/" + kind).getBytes(StandardCharsets.UTF_8));
        Statements sql = Statements.on(connection);
        return seen.contains(account) ? Uni.createFrom().item(account) : sql.first(THERE, tenant.value(), account)
                .chain(found -> {
                    if (found.isEmpty()) {
                        return sql.update(OPEN, tenant.value(), account, kind.name(), null, clock.instant());
                    }
                    // Remembered only once it stays: the transaction that opens it may still fail.
                    if (found.get().truth(0)) {
                        seen.add(account);
                    }
                    return Uni.createFrom().item(0);
                })
                .replaceWith(account);
    }
}
