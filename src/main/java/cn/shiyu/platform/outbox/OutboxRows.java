package cn.shiyu.platform.outbox;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The table of messages, as the relay works on it: every step a short transaction of its own. */
@ApplicationScoped
class OutboxRows {

    /** For how long a claimed message belongs to one instance; if that one dies, another takes it up after this. */
    static final Duration LEASE = Duration.ofMinutes(2);

    static final int BATCH = 16;

    private static final String CLAIM = """
            update outbox set attempts = attempts + 1, next_attempt_at = $3
            where tenant_id = $1 and message_id in (
              select message_id from outbox
              where tenant_id = $1 and dead_at is null and next_attempt_at <= $2 and topic = any($4)
              order by next_attempt_at, message_id limit %d for update skip locked)
            returning message_id, topic, key, payload, created_at, attempts""".formatted(BATCH);
    private static final String DONE = "delete from outbox where tenant_id = $1 and message_id = $2";
    private static final String AGAIN =
            "update outbox set next_attempt_at = $3, last_failure = $4 where tenant_id = $1 and message_id = $2";
    private static final String DEAD =
            "update outbox set dead_at = $3, last_failure = $4 where tenant_id = $1 and message_id = $2";

    @Inject
    TenantSql sql;

    Uni<List<OutboxMessage>> claim(TenantId tenant, Set<String> topics, Instant now) {
        return sql.inTx(tenant, connection -> Statements.on(connection)
                .select(CLAIM, tenant.value(), now, now.plus(LEASE), topics.toArray(String[]::new))
                .map(lines -> lines.stream().map(OutboxRows::message).toList()));
    }

    Uni<Integer> done(TenantId tenant, OutboxMessage message) {
        return update(tenant, DONE, tenant.value(), message.id());
    }

    Uni<Integer> again(TenantId tenant, OutboxMessage message, Instant at, String failure) {
        return update(tenant, AGAIN, tenant.value(), message.id(), at, failure);
    }

    Uni<Integer> dead(TenantId tenant, OutboxMessage message, Instant at, String failure) {
        return update(tenant, DEAD, tenant.value(), message.id(), at, failure);
    }

    private Uni<Integer> update(TenantId tenant, String statement, Object... arguments) {
        return sql.inTx(tenant, connection -> Statements.on(connection).update(statement, arguments));
    }

    private static OutboxMessage message(Line line) {
        return new OutboxMessage(
                line.uuid(0), line.text(1), line.text(2), line.text(3), line.instant(4), line.number(5));
    }
}
