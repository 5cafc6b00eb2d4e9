package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code calendar_feed}. Addresses are found by their keyed digest, which is another one in each city. */
@ApplicationScoped
class CalendarFeeds {

    /** Whose it is. @param kind RESIDENT or STAFF */
    record Holder(UUID feed, String kind, String id) {}

    private static final String ADD = """
            insert into calendar_feed (tenant_id, feed_id, holder_kind, holder_id, token_digest, made_at) values ($1, $2, $3, $4, $5, $6)""";
    private static final String REVOKE = """
            update calendar_feed set revoked_at = $4
            where tenant_id = $1 and holder_kind = $2 and holder_id = $3 and revoked_at is null""";
    private static final String SINCE = """
            select made_at from calendar_feed where tenant_id = $1 and holder_kind = $2 and holder_id = $3 and revoked_at is null""";
    private static final String HOLDER = """
            select feed_id, holder_kind, holder_id from calendar_feed where tenant_id = $1 and token_digest = $2 and revoked_at is null""";

    @Inject
    BlindIndex index;

    Uni<Integer> add(Statements sql, Caller holder, UUID feed, String token, Instant at) {
        return sql.update(
                ADD, holder.tenant().value(), feed, holder.kind().name(), holder.id(), digest(holder.tenant(), token), at);
    }

    Uni<Integer> revoke(Statements sql, Caller holder, Instant at) {
        return sql.update(REVOKE, holder.tenant().value(), holder.kind().name(), holder.id(), at);
    }

    Uni<Optional<Instant>> since(Statements sql, Caller holder) {
        return sql.first(SINCE, holder.tenant().value(), holder.kind().name(), holder.id()).map(found -> found.map(line -> line.instant(0)));
    }

    Uni<Optional<Holder>> holder(Statements sql, TenantId tenant, String token) {
        return sql.first(HOLDER, tenant.value(), digest(tenant, token))
                .map(found -> found.map(line -> new Holder(line.uuid(0), line.text(1), line.text(2))));
    }

    private byte[] digest(TenantId tenant, String token) {
        return index.digest(tenant, Purpose.LOOKUP, "calendar-feed|" + token);
    }
}
