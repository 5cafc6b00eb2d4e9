package cn.shiyu.clock;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The moments still to be noticed (表 deadline), within the session at hand. */
final class Deadlines {

    /**
     * Drops what will no longer happen. What has passed unnoticed by the time of the change stays and is told: a missed
     * end is a fact, also when the work is done a second later. Rows being told this very moment are skipped, so that
     * neither waits for the other.
     */
    private static final String DROP =
            """
            delete from deadline where tenant_id = $1 and deadline_id in (
              select deadline_id from deadline
              where tenant_id = $1 and clock_id = any($2) and fired_at is null and (kind = 'WARN' or due_at >= $3)
              for update skip locked)
            """;

    private static final String ADD =
            """
            insert into deadline (tenant_id, deadline_id, clock_id, kind, due_at, try_at) values ($1, $2, $3, $4, $5, $5)
            on conflict (tenant_id, clock_id, kind, due_at) do nothing
            """;

    /** A warning whose clock has moved on since says nothing any more. */
    private static final String STANDING =
            """
            from deadline d join clock c on c.tenant_id = d.tenant_id and c.clock_id = d.clock_id
            where d.tenant_id = $1 and d.fired_at is null and d.try_at < $2
              and (d.kind = 'BREACH' or (c.state = 'RUNNING' and c.warn_at = d.due_at))
            """;

    private static final String DUE = "select d.deadline_id, d.try_at " + STANDING + " order by d.try_at, d.kind desc limit $3";

    private static final String CLAIM =
            """
            select d.clock_id, c.subject_type, c.subject_id, c.kind as watched, c.amount, c.unit, d.kind as light,
              d.due_at as passed_at, c.due_at as ends_at
            """
                    + STANDING
                    + " and d.deadline_id = $3 for update of d skip locked";

    private static final String FIRED = "update deadline set fired_at = $3 where tenant_id = $1 and deadline_id = $2";

    private static final String PUT_OFF =
            """
            update deadline set failures = failures + 1,
              try_at = cast($3 as timestamptz) + least(power(2, failures), 120) * interval '30 seconds'
            where tenant_id = $1 and deadline_id = $2 and fired_at is null
            """;

    private static final Uni<Integer> NOTHING = Uni.createFrom().item(0);

    private final Statements statements;
    private final TenantId tenant;

    Deadlines(Mutiny.Session session, TenantId tenant) {
        this.statements = Statements.on(session);
        this.tenant = tenant;
    }

    /** What the changed clocks no longer reach is dropped, what they will reach is added; those that start now brought their own. */
    Uni<Void> rewrite(SubjectClocks clocks) {
        return drop(clocks).chain(() -> add(clocks));
    }

    private Uni<Void> drop(SubjectClocks clocks) {
        Map<Instant, List<UUID>> byInstant = clocks.changed().entrySet().stream()
                .filter(entry -> !clocks.started().contains(entry.getKey()))
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().truncatedTo(ChronoUnit.SECONDS),
                        Collectors.mapping(entry -> entry.getKey().id(), Collectors.toList())));
        return Multi.createFrom()
                .iterable(byInstant.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> run(DROP, entry.getValue().toArray(UUID[]::new), entry.getKey()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> add(SubjectClocks clocks) {
        return add(clocks.changed().keySet().stream()
                .filter(clock -> !clocks.started().contains(clock))
                .toList());
    }

    Uni<Void> add(List<CaseClock> clocks) {
        List<Object[]> rows = clocks.stream()
                .filter(clock -> clock.isRunning() && clock.kind().isDuty())
                .flatMap(clock -> Stream.of(
                        row(clock, DeadlineKind.WARN, clock.warnAt()), row(clock, DeadlineKind.BREACH, clock.dueAt())))
                .toList();
        return rows.isEmpty() ? Uni.createFrom().voidItem() : statements.batch(ADD, rows);
    }

    private Object[] row(CaseClock clock, DeadlineKind kind, Instant due) {
        return new Object[] {tenant.value(), UuidCreator.getTimeOrderedEpoch(), clock.id(), kind.name(), due};
    }

    /** Unlocked: whoever claims one first has it. */
    Uni<List<UUID>> due(Instant now, int most) {
        return statements
                .select(DUE, tenant.value(), now, most)
                .map(lines -> lines.stream().map(line -> line.uuid(0)).toList());
    }

    /** Locks the deadline and marks it; empty when another instance has it, or had it. */
    Uni<Optional<FiredDeadline>> claim(UUID deadline, Instant now) {
        return statements
                .first(CLAIM, tenant.value(), now, deadline)
                .map(found -> found.map(line -> fired(deadline, line, now)))
                .call(found -> found.isPresent() ? run(FIRED, deadline, now) : NOTHING);
    }

    /** Half a minute, then twice as long each time, an hour at most. */
    Uni<Integer> putOff(UUID deadline, Instant now) {
        return run(PUT_OFF, deadline, now);
    }

    private FiredDeadline fired(UUID deadline, Line line, Instant now) {
        return new FiredDeadline(
                tenant,
                deadline,
                line.uuid(0),
                new ClockSubject(line.text(1), line.uuid(2)),
                ClockKind.valueOf(line.text(3)),
                new Limit(line.number(4), LimitUnit.valueOf(line.text(5))),
                DeadlineKind.valueOf(line.text(6)),
                line.instant(7),
                line.instant(8),
                now);
    }

    private Uni<Integer> run(String sql, Object... arguments) {
        return statements.update(
                sql,
                Stream.concat(Stream.of(tenant.value()), Stream.of(arguments)).toArray());
    }
}
