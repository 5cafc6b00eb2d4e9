package cn.shiyu.platform.outbox;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Puts down what others must learn. Nothing leaves before the transaction commits, and nothing of one that does
 * not.
 */
@ApplicationScoped
public class Outbox {

    private static final String PUT = """
            insert into outbox (tenant_id, message_id, topic, key, payload, created_at, next_attempt_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    @Inject
    Clock clock;

    /**
     * @param topic names the {@link OutboxReceiver}
     * @param key what the message is about, e.g. a case id
     * @param payload JSON; ids rather than personal data, which the receiver reads for itself
     * @return the message's id
     */
    public Uni<UUID> put(Mutiny.Session session, TenantId tenant, String topic, String key, String payload) {
        return put(Statements.on(session), tenant, topic, key, payload);
    }

    /** The same over the plain client. */
    public Uni<UUID> put(SqlConnection connection, TenantId tenant, String topic, String key, String payload) {
        return put(Statements.on(connection), tenant, topic, key, payload);
    }

    private Uni<UUID> put(Statements sql, TenantId tenant, String topic, String key, String payload) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        return sql.update(PUT, tenant.value(), id, topic, key, payload, now, now)
                .replaceWith(id);
    }
}
