package cn.shiyu.clock;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All clocks of one subject, loaded together, changed together and stored together (see {@link Clocks#change}). Plain and
 * synchronous: the calendar, the rules and the time are passed in.
 */
public final class SubjectClocks {

    private final TenantId tenant;
    private final ClockSubject subject;
    private final LimitRules rules;
    private final WorkCalendar calendar;
    private final List<CaseClock> clocks;
    private final List<CaseClock> started = new ArrayList<>();
    private final Map<CaseClock, Instant> changed = new LinkedHashMap<>();

    SubjectClocks(
            TenantId tenant, ClockSubject subject, LimitRules rules, WorkCalendar calendar, List<CaseClock> stored) {
        this.tenant = tenant;
        this.subject = subject;
        this.rules = rules;
        this.calendar = calendar;
        this.clocks = new ArrayList<>(stored);
    }

    /**
     * Starts a clock by the city's first rule that matches; without one no clock runs.
     *
     * @throws IllegalStateException when one of this kind is open: stop it or {@link #restart} it
     */
    public Optional<CaseClock> start(ClockKind kind, ClockFacts facts, Instant at) {
        if (open(kind).isPresent()) {
            throw new IllegalStateException("the clock " + kind + " of " + subject + " is open already");
        }
        Optional<CaseClock> clock = rules.pick(kind, facts).map(rule -> begin(rule, at));
        clock.ifPresent(this::add);
        return clock;
    }

    /** What is open of this kind lapses; a new clock counts from now, by the rule that matches now. */
    public Optional<CaseClock> restart(ClockKind kind, ClockFacts facts, Instant at) {
        lapse(kind, at);
        return start(kind, facts, at);
    }

    private CaseClock begin(LimitRule rule, Instant at) {
        return CaseClock.start(tenant, UuidCreator.getTimeOrderedEpoch(), subject, rule, calendar, at);
    }

    private void add(CaseClock clock) {
        clocks.add(clock);
        started.add(clock);
        changed.put(clock, clock.startedAt());
    }

    /** What the clock watched over is done; nothing happens when none of this kind is open. */
    public void stop(ClockKind kind, Instant at) {
        open(kind).ifPresent(clock -> change(clock, at, c -> c.stop(calendar, at)));
    }

    /** What the clock watched over fell away; nothing happens when none of this kind is open. */
    public void lapse(ClockKind kind, Instant at) {
        open(kind).ifPresent(clock -> change(clock, at, c -> c.lapse(calendar, at)));
    }

    /** The subject is over: whatever is still open lapses, or stays missed when it was overdue. */
    public void stopAll(Instant at) {
        clocks.stream().filter(CaseClock::isOpen).forEach(clock -> change(clock, at, c -> c.lapse(calendar, at)));
    }

    /** @param reason Chinese, shown to people: 等您补充材料 */
    public void pauseAll(String reason, Instant at) {
        clocks.stream().filter(CaseClock::isRunning).forEach(clock -> change(clock, at, c -> c.pause(reason, at)));
    }

    public void resumeAll(Instant at) {
        clocks.stream()
                .filter(clock -> clock.state() == ClockState.PAUSED)
                .forEach(clock -> change(clock, at, c -> c.resume(calendar, at)));
    }

    /** @throws Refusal 409 {@code no-such-clock} when none of this kind is open */
    public void extend(ClockKind kind, Limit by, String reason, Instant at) {
        CaseClock clock = open(kind)
                .orElseThrow(() -> new Refusal(
                        409, "no-such-clock", "没有正在计时的“%s”时限,不能延期。".formatted(kind.title())));
        change(clock, at, c -> c.extend(by, reason, calendar, at));
    }

    /** Ends that rested on holidays not announced, reckoned again if they are by now. */
    void recount(Instant at) {
        clocks.stream().filter(clock -> clock.recount(calendar, at)).forEach(clock -> changed.putIfAbsent(clock, at));
    }

    private void change(CaseClock clock, Instant at, Consumer<CaseClock> work) {
        work.accept(clock);
        // Two changes in one transaction: the earlier one bounds what may have fallen due unnoticed.
        changed.putIfAbsent(clock, at);
    }

    public Optional<CaseClock> open(ClockKind kind) {
        return clocks.stream()
                .filter(clock -> clock.kind() == kind && clock.isOpen())
                .findFirst();
    }

    /** The running clock that ends first, of those that are duties. */
    public Optional<CaseClock> next() {
        return clocks.stream()
                .filter(clock -> clock.isRunning() && clock.kind().isDuty())
                .min(Comparator.comparing(CaseClock::dueAt));
    }

    /** When the first of the running clocks ends; empty when none runs. Lists sort by this. */
    public Optional<Instant> nextDue() {
        return next().map(CaseClock::dueAt);
    }

    /** Every clock there was, oldest first. */
    public List<CaseClock> all() {
        return List.copyOf(clocks);
    }

    List<CaseClock> started() {
        return started;
    }

    /** Each changed clock with the instant of its first change. */
    Map<CaseClock, Instant> changed() {
        return changed;
    }
}
