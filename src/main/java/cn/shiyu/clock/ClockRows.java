package cn.shiyu.clock;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clocks read by plain SQL, for showing only: three statements that do not wait for one another. */
final class ClockRows {

    private static final String CLOCKS =
            """
            select c.tenant_id, c.clock_id, c.subject_type, c.subject_id, c.kind, c.amount, c.unit, c.warn_share, c.rule_source,
              c.rule_text, c.provisional, c.started_at, c.due_at, c.warn_at, c.recounted_at, c.stopped_at, c.state, c.outcome
            from clock c where c.tenant_id = $1 and c.subject_type = $2 and c.subject_id = $3 order by c.started_at, c.clock_id
            """;

    private static final String OF_SUBJECT =
            """
            join clock c on c.tenant_id = p.tenant_id and c.clock_id = p.clock_id
            where p.tenant_id = $1 and c.tenant_id = $1 and c.subject_type = $2 and c.subject_id = $3 order by p.clock_id, p.seq
            """;

    private static final String INTERVALS =
            "select p.tenant_id, p.clock_id, p.seq, p.from_at, p.running, p.reason, p.to_at, p.counted from clock_interval p "
                    + OF_SUBJECT;

    private static final String EXTENSIONS =
            "select p.tenant_id, p.clock_id, p.seq, p.amount, p.reason, p.granted_at from clock_extension p " + OF_SUBJECT;

    private final Statements sql;
    private final TenantId tenant;

    ClockRows(Statements sql, TenantId tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    Uni<List<CaseClock>> of(ClockSubject subject) {
        return Uni.combine()
                .all()
                .unis(
                        select(CLOCKS, subject, ClockRows::clock),
                        select(INTERVALS, subject, ClockRows::interval),
                        select(EXTENSIONS, subject, ClockRows::extension))
                .with(ClockRows::whole);
    }

    private <T> Uni<List<T>> select(String query, ClockSubject subject, Function<Line, T> shape) {
        return sql.select(query, tenant.value(), subject.type(), subject.id())
                .map(lines -> lines.stream().map(shape).toList());
    }

    private static List<CaseClock> whole(
            List<CaseClock> clocks, List<ClockInterval> intervals, List<ClockExtension> extensions) {
        Map<UUID, CaseClock> byId = clocks.stream().collect(Collectors.toMap(CaseClock::id, Function.identity()));
        intervals.forEach(part -> byId.get(part.clockId).intervals.add(part));
        extensions.forEach(part -> byId.get(part.clockId).extensions.add(part));
        return clocks;
    }

    private static CaseClock clock(Line line) {
        CaseClock clock = new CaseClock();
        clock.tenantId = line.text(0);
        clock.clockId = line.uuid(1);
        clock.subjectType = line.text(2);
        clock.subjectId = line.uuid(3);
        clock.kind = ClockKind.valueOf(line.text(4));
        clock.amount = line.number(5);
        clock.unit = LimitUnit.valueOf(line.text(6));
        clock.warnShare = line.fraction(7);
        clock.ruleSource = line.text(8);
        clock.ruleText = line.text(9);
        clock.provisional = line.truth(10);
        readTimes(clock, line);
        clock.state = ClockState.valueOf(line.text(16));
        clock.outcome = line.missing(17) ? null : ClockOutcome.valueOf(line.text(17));
        return clock;
    }

    private static void readTimes(CaseClock clock, Line line) {
        clock.startedAt = line.instant(11);
        clock.dueAt = line.instant(12);
        clock.warnAt = line.instant(13);
        clock.recountedAt = instant(line, 14);
        clock.stoppedAt = instant(line, 15);
    }

    private static ClockInterval interval(Line line) {
        ClockInterval interval = new ClockInterval(
                line.text(0), line.uuid(1), line.number(2), line.instant(3), line.truth(4), line.text(5));
        interval.close(instant(line, 6), line.bigNumber(7));
        return interval;
    }

    private static ClockExtension extension(Line line) {
        return new ClockExtension(
                line.text(0), line.uuid(1), line.number(2), line.number(3), line.text(4), line.instant(5));
    }

    private static Instant instant(Line line, int column) {
        return line.missing(column) ? null : line.instant(column);
    }
}
