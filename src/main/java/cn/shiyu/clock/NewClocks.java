package cn.shiyu.clock;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The first clocks of many new subjects at once, over the plain client; what {@link Clocks} does for one at a time. */
@ApplicationScoped
public class NewClocks {

    private static final String CLOCK = """
            insert into clock (tenant_id, clock_id, subject_type, subject_id, kind, amount, unit, warn_share, rule_source,
              rule_text, started_at, due_at, warn_at, provisional, state, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'RUNNING', 0)""";

    private static final String INTERVAL =
            "insert into clock_interval (tenant_id, clock_id, seq, from_at, running) values ($1, $2, 1, $3, true)";

    private static final String DEADLINE = """
            insert into deadline (tenant_id, deadline_id, clock_id, kind, due_at, try_at) values ($1, $2, $3, $4, $5, $5)""";

    @Inject
    Calendars calendars;

    /** A subject that has no clock yet: start them on it, then {@link #store} it. */
    public SubjectClocks of(City city, ClockSubject subject) {
        return new SubjectClocks(city.id(), subject, LimitRules.of(city), calendars.of(city), List.of());
    }

    /** Stores the clocks started on each subject, with the moments to be noticed. */
    public Uni<Void> store(SqlConnection connection, List<SubjectClocks> subjects) {
        List<CaseClock> clocks =
                subjects.stream().flatMap(subject -> subject.started().stream()).toList();
        return store(Statements.on(connection), clocks);
    }

    static Uni<Void> store(Statements sql, List<CaseClock> clocks) {
        if (clocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object[]> deadlines = deadlines(clocks);
        // Sent together; the connection keeps their order, so that each finds what it refers to.
        return Uni.combine()
                .all()
                .unis(
                        sql.batch(CLOCK, clocks.stream().map(NewClocks::clock).toList()),
                        sql.batch(INTERVAL, clocks.stream().map(NewClocks::interval).toList()),
                        deadlines.isEmpty() ? Uni.createFrom().voidItem() : sql.batch(DEADLINE, deadlines))
                .discardItems();
    }

    private static Object[] interval(CaseClock clock) {
        return new Object[] {clock.tenantId, clock.clockId, clock.startedAt};
    }

    private static Object[] clock(CaseClock clock) {
        return new Object[] {
            clock.tenantId,
            clock.clockId,
            clock.subjectType,
            clock.subjectId,
            clock.kind.name(),
            clock.amount,
            clock.unit.name(),
            clock.warnShare,
            clock.ruleSource,
            clock.ruleText,
            clock.startedAt,
            clock.dueAt,
            clock.warnAt,
            clock.provisional
        };
    }

    private static List<Object[]> deadlines(List<CaseClock> clocks) {
        List<Object[]> moments = new ArrayList<>();
        for (CaseClock clock : clocks) {
            if (clock.kind.isDuty()) {
                moments.add(moment(clock, DeadlineKind.WARN, clock.warnAt));
                moments.add(moment(clock, DeadlineKind.BREACH, clock.dueAt));
            }
        }
        return moments;
    }

    private static Object[] moment(CaseClock clock, DeadlineKind kind, Instant at) {
        return new Object[] {clock.tenantId, UuidCreator.getTimeOrderedEpoch(), clock.clockId, kind.name(), at};
    }
}
