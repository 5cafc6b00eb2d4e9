package cn.shiyu.clock;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * One clock on one subject: started by a rule that is copied into it, so that a later change of rules never rewrites
 * what ran before. Its end is the start plus limit, extensions and pauses, all in the clock's own unit. Times are kept
 * to the second, in UTC.
 */
@Entity
@IdClass(ClockKey.class)
@Table(name = "clock")
public class CaseClock extends ClockRecord {

    protected CaseClock() {}

    static CaseClock start(
            TenantId tenant, UUID id, ClockSubject subject, LimitRule rule, WorkCalendar calendar, Instant at) {
        CaseClock clock = new CaseClock();
        clock.tenantId = tenant.value();
        clock.clockId = id;
        clock.subjectType = subject.type();
        clock.subjectId = subject.id();
        clock.copy(rule);
        clock.startedAt = at.truncatedTo(ChronoUnit.SECONDS);
        clock.state = ClockState.RUNNING;
        clock.open(clock.startedAt, true, null);
        clock.reckon(calendar);
        return clock;
    }

    private void copy(LimitRule rule) {
        kind = rule.clock();
        amount = rule.amount();
        unit = rule.unit();
        warnShare = rule.warnAt();
        ruleSource = rule.source();
        ruleText = rule.text();
    }

    /** @param reason Chinese, shown to people: 等您补充材料 */
    void pause(String reason, Instant at) {
        move(ClockState.Action.PAUSE);
        Instant when = notBeforeLast(at);
        last().close(when, 0);
        open(when, false, reason);
    }

    /** The end moves by what was paused. A clock that was overdue when paused stays so: nothing makes up for it. */
    void resume(WorkCalendar calendar, Instant at) {
        move(ClockState.Action.RESUME);
        Instant when = notBeforeLast(at);
        closePause(calendar, when);
        open(when, true, null);
        reckon(calendar);
    }

    /** @throws Refusal 422 {@code extension-unit-differs}: days and hours cannot be added up */
    void extend(Limit by, String reason, WorkCalendar calendar, Instant at) {
        if (by.unit() != unit) {
            throw new Refusal(422, "extension-unit-differs", "延期请用与原时限相同的单位(%s)。".formatted(limit().words()));
        }
        move(ClockState.Action.EXTEND);
        extensions.add(new ClockExtension(
                tenantId, clockId, extensions.size() + 1, by.amount(), reason, at.truncatedTo(ChronoUnit.SECONDS)));
        reckon(calendar);
    }

    /** What the clock watched over is done: in time up to and including the second of its end. */
    void stop(WorkCalendar calendar, Instant at) {
        end(calendar, at, ClockOutcome.MET);
    }

    /** What the clock watched over fell away. What was overdue by then stays overdue. */
    void lapse(WorkCalendar calendar, Instant at) {
        end(calendar, at, ClockOutcome.LAPSED);
    }

    private void end(WorkCalendar calendar, Instant at, ClockOutcome inTime) {
        move(ClockState.Action.STOP);
        stoppedAt = notBeforeLast(at);
        closePause(calendar, stoppedAt);
        reckon(calendar);
        outcome = kind.isDuty() && stoppedAt.isAfter(dueAt) ? ClockOutcome.MISSED : inTime;
    }

    /**
     * Reckons an open clock again once the holidays it had to guess are announced. The only way in which an end moves by
     * itself; the explanation says so.
     *
     * @return whether there was anything to reckon again
     */
    boolean recount(WorkCalendar calendar, Instant at) {
        if (!provisional || !isOpen() || calendar.isProvisional(startedAt, dueAt)) {
            return false;
        }
        recountedAt = at.truncatedTo(ChronoUnit.SECONDS);
        reckon(calendar);
        return true;
    }

    private void move(ClockState.Action action) {
        state = state.after(action).orElseThrow(() -> new ClockRefused(kind, state, action));
    }

    // Clocks of two instances may differ by a breath; a stretch never ends before it began.
    private Instant notBeforeLast(Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.SECONDS);
        return when.isBefore(last().fromAt) ? last().fromAt : when;
    }

    private void open(Instant at, boolean running, String reason) {
        intervals.add(new ClockInterval(tenantId, clockId, intervals.size() + 1, at, running, reason));
    }

    private void closePause(WorkCalendar calendar, Instant at) {
        boolean counts = !last().running && !last().fromAt.isAfter(dueAt);
        last().close(at, counts ? calendar.reckoning().count(last().fromAt, at, unit) : 0);
    }

    private void reckon(WorkCalendar calendar) {
        Reckoning reckoning = calendar.reckoning();
        dueAt = reckoning.plus(startedAt, unit, allowed() + paused());
        Instant warning = reckoning.before(dueAt, unit, allowed() * (1 - warnShare));
        warnAt = warning.isBefore(startedAt) ? startedAt : warning;
        provisional = calendar.isProvisional(startedAt, dueAt) && unit != LimitUnit.HOURS;
    }

    /** Of a paused clock: as it was when paused; of a stopped one: how it ended. */
    public Light light(Instant now) {
        if (!kind.isDuty()) {
            return Light.GREEN;
        }
        if (state == ClockState.STOPPED) {
            return outcome == ClockOutcome.MISSED ? Light.RED : Light.GREEN;
        }
        Instant at = state == ClockState.PAUSED ? last().fromAt : now.truncatedTo(ChronoUnit.SECONDS);
        if (at.isAfter(dueAt)) {
            return Light.RED;
        }
        return at.isBefore(warnAt) ? Light.GREEN : Light.YELLOW;
    }

    /** Why this deadline, in plain Chinese, a line a step; never empty. */
    public List<String> explain(WorkCalendar calendar) {
        return new Explanation(this, calendar).lines();
    }
}
