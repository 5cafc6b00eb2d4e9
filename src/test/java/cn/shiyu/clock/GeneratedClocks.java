package cn.shiyu.clock;

import cn.shiyu.bench.fill.CopyRows;
import cn.shiyu.tenancy.City;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The clocks of a generated case: moved by the real rules and calendar, written as the flows would have left them. */
public final class GeneratedClocks {

    private final SubjectClocks clocks;

    public GeneratedClocks(City city, WorkCalendar calendar, UUID caseId) {
        clocks = new SubjectClocks(city.id(), ClockSubject.ofCase(caseId), LimitRules.of(city), calendar, List.of());
    }

    public static CopyRows clockRows() {
        return new CopyRows(
                "clock",
                "tenant_id, clock_id, subject_type, subject_id, kind, amount, unit, warn_share, rule_source, rule_text, "
                        + "started_at, due_at, warn_at, provisional, recounted_at, state, stopped_at, outcome, version");
    }

    public static CopyRows intervalRows() {
        return new CopyRows("clock_interval", "tenant_id, clock_id, seq, from_at, to_at, running, reason, counted");
    }

    public static CopyRows deadlineRows() {
        return new CopyRows("deadline", "tenant_id, deadline_id, clock_id, kind, due_at, try_at, failures, fired_at");
    }

    public SubjectClocks moves() {
        return clocks;
    }

    /** @param now what was due before it has been told */
    public void write(CopyRows clockRows, CopyRows intervalRows, CopyRows deadlineRows, Instant now) {
        for (CaseClock clock : clocks.all()) {
            clockRows.add(
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
                    clock.provisional,
                    clock.recountedAt,
                    clock.state.name(),
                    clock.stoppedAt,
                    clock.outcome == null ? null : clock.outcome.name(),
                    clock.isOpen() ? 0 : 1);
            for (ClockInterval part : clock.intervals) {
                intervalRows.add(
                        clock.tenantId,
                        clock.clockId,
                        part.seq,
                        part.fromAt,
                        part.toAt,
                        part.running,
                        part.reason,
                        part.counted);
            }
            deadlines(clock, deadlineRows, now);
        }
    }

    /** Of a stopped clock only what had passed remains, of an open one both ends. */
    private static void deadlines(CaseClock clock, CopyRows rows, Instant now) {
        if (!clock.kind.isDuty()) {
            return;
        }
        Instant until = clock.isOpen() ? now : clock.stoppedAt;
        for (DeadlineKind kind : DeadlineKind.values()) {
            Instant due = kind == DeadlineKind.WARN ? clock.warnAt : clock.dueAt;
            boolean passed = due.isBefore(until);
            if (passed || clock.isOpen()) {
                rows.add(
                        clock.tenantId,
                        UuidCreator.getTimeOrderedEpochFast(),
                        clock.clockId,
                        kind.name(),
                        due,
                        due,
                        0,
                        passed ? due.plusSeconds(3) : null);
            }
        }
    }
}
