package cn.shiyu.booking;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
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

/** Makes and ends the private address under which a calendar app fetches somebody's bookings. */
@ApplicationScoped
public class CalendarFeedFlow {

    private static final String STREAM = "calendar-feed";
    private static final int TOKEN_BYTES = 32;

    @Inject
    TenantSql sql;

    @Inject
    CalendarFeeds feeds;

    @Inject
    EventLog events;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** @param token shown now and never again; null when the same was asked before */
    public record Made(String token) {}

    /**
     * A new address; the one before ends at once.
     *
     * @throws Refusal 403 for who is neither resident nor staff
     */
    public Uni<Made> make(Caller holder, IdempotencyKey key) {
        refuseUnlessHolder(holder);
        String token = token();
        Instant now = now();
        return sql.inTx(
                        holder.tenant(),
                        connection -> idempotency.once(
                                connection, holder, key, IdempotencyKey.digest("calendar-feed"), () -> make(connection, holder, token, now)))
                .map(outcome -> new Made(outcome.replayed() ? null : token));
    }

    private Uni<String> make(SqlConnection connection, Caller holder, String token, Instant now) {
        UUID feed = UuidCreator.getTimeOrderedEpoch();
        Statements statements = Statements.on(connection);
        return feeds.revoke(statements, holder, now)
                .chain(() -> feeds.add(statements, holder, feed, token, now))
                .chain(() -> happened(connection, holder, feed, "CalendarFeedMade", now))
                .replaceWith(feed.toString());
    }

    /** At once: the next time an app asks, nothing is there. Doing it twice is the same as once. */
    public Uni<Void> revoke(Caller holder) {
        refuseUnlessHolder(holder);
        Instant now = now();
        return sql.inTx(holder.tenant(), connection -> feeds.revoke(Statements.on(connection), holder, now)
                .chain(ended -> ended == 0
                        ? Uni.createFrom().voidItem()
                        : happened(connection, holder, UuidCreator.getTimeOrderedEpoch(), "CalendarFeedRevoked", now)));
    }

    private Uni<Void> happened(SqlConnection connection, Caller holder, UUID feed, String type, Instant at) {
        return events.append(connection, holder, null, new StreamId(STREAM, feed), List.of(NewEvent.of(type, Map.of())), at)
                .replaceWithVoid();
    }

    static void refuseUnlessHolder(Caller caller) {
        if (!caller.isResident() && !caller.isStaff()) {
            throw Refusal.notSignedIn();
        }
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
