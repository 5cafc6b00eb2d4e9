package cn.shiyu.clock;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Clocks read by plain SQL, for showing only. */
final class ClockRows {

    private static final String CLOCKS =
            """
            select * from clock where tenant_id = $1 and subject_type = $2 and subject_id = $3 order by started_at, clock_id
            """;

    private static final String PARTS = "select * from %s where tenant_id = $1 and clock_id = any($2) order by clock_id, seq";

    private final SqlConnection connection;
    private final TenantId tenant;

    ClockRows(SqlConnection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    Uni<List<CaseClock>> of(ClockSubject subject) {
        return select(CLOCKS, Tuple.of(tenant.value(), subject.type(), subject.id()), ClockRows::clock)
                .call(this::fill);
    }

    private Uni<Void> fill(List<CaseClock> clocks) {
        if (clocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, CaseClock> byId = clocks.stream().collect(Collectors.toMap(CaseClock::id, Function.identity()));
        Tuple which = Tuple.of(tenant.value(), byId.keySet().toArray(UUID[]::new));
        return select(PARTS.formatted("clock_interval"), which, ClockRows::interval)
                .invoke(found -> found.forEach(part -> byId.get(part.clockId).intervals.add(part)))
                .chain(() -> select(PARTS.formatted("clock_extension"), which, ClockRows::extension))
                .invoke(found -> found.forEach(part -> byId.get(part.clockId).extensions.add(part)))
                .replaceWithVoid();
    }

    private <T> Uni<List<T>> select(String query, Tuple arguments, Function<Row, T> shape) {
        return connection
                .preparedQuery(query)
                .execute(arguments)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(shape).toList());
    }

    private static CaseClock clock(Row row) {
        CaseClock clock = new CaseClock();
        clock.tenantId = row.getString("tenant_id");
        clock.clockId = row.getUUID("clock_id");
        clock.subjectType = row.getString("subject_type");
        clock.subjectId = row.getUUID("subject_id");
        clock.kind = ClockKind.valueOf(row.getString("kind"));
        clock.amount = row.getInteger("amount");
        clock.unit = LimitUnit.valueOf(row.getString("unit"));
        clock.warnShare = row.getDouble("warn_share");
        clock.ruleSource = row.getString("rule_source");
        clock.ruleText = row.getString("rule_text");
        clock.provisional = row.getBoolean("provisional");
        readTimes(clock, row);
        return clock;
    }

    private static void readTimes(CaseClock clock, Row row) {
        String outcome = row.getString("outcome");
        clock.startedAt = instant(row, "started_at");
        clock.dueAt = instant(row, "due_at");
        clock.warnAt = instant(row, "warn_at");
        clock.recountedAt = instant(row, "recounted_at");
        clock.stoppedAt = instant(row, "stopped_at");
        clock.state = ClockState.valueOf(row.getString("state"));
        clock.outcome = outcome == null ? null : ClockOutcome.valueOf(outcome);
    }

    private static ClockInterval interval(Row row) {
        ClockInterval interval = new ClockInterval(
                row.getString("tenant_id"),
                row.getUUID("clock_id"),
                row.getInteger("seq"),
                instant(row, "from_at"),
                row.getBoolean("running"),
                row.getString("reason"));
        interval.close(instant(row, "to_at"), row.getLong("counted"));
        return interval;
    }

    private static ClockExtension extension(Row row) {
        return new ClockExtension(
                row.getString("tenant_id"),
                row.getUUID("clock_id"),
                row.getInteger("seq"),
                row.getInteger("amount"),
                row.getString("reason"),
                instant(row, "granted_at"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
