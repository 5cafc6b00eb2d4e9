package cn.shiyu.clock;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is stored of a clock, and how others read it; what may be done to one is {@link CaseClock}. */
@MappedSuperclass
public abstract class ClockRecord {

    @Id
    @Column(name = "tenant_id")
    String tenantId;

    @Id
    @Column(name = "clock_id")
    UUID clockId;

    @Column(name = "subject_type", updatable = false)
    String subjectType;

    @Column(name = "subject_id", updatable = false)
    UUID subjectId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    ClockKind kind;

    @Column(updatable = false)
    int amount;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    LimitUnit unit;

    @Column(name = "warn_share", updatable = false)
    double warnShare;

    @Column(name = "rule_source", updatable = false)
    String ruleSource;

    @Column(name = "rule_text", updatable = false)
    String ruleText;

    @Column(name = "started_at", updatable = false)
    Instant startedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "warn_at")
    Instant warnAt;

    boolean provisional;

    @Column(name = "recounted_at")
    Instant recountedAt;

    @Enumerated(EnumType.STRING)
    ClockState state;

    @Column(name = "stopped_at")
    Instant stoppedAt;

    @Enumerated(EnumType.STRING)
    ClockOutcome outcome;

    @Version
    int version;

    @Transient
    final List<ClockInterval> intervals = new ArrayList<>();

    @Transient
    final List<ClockExtension> extensions = new ArrayList<>();

    void forgetParts() {
        intervals.clear();
        extensions.clear();
    }

    ClockInterval last() {
        return intervals.get(intervals.size() - 1);
    }

    /** Limit and extensions together, in quanta of the unit. */
    long allowed() {
        return limit().quanta()
                + extensions.stream().mapToLong(e -> unit.quanta(e.amount)).sum();
    }

    long paused() {
        return intervals.stream().mapToLong(interval -> interval.counted).sum();
    }

    public UUID id() {
        return clockId;
    }

    public ClockSubject subject() {
        return new ClockSubject(subjectType, subjectId);
    }

    public ClockKind kind() {
        return kind;
    }

    public Limit limit() {
        return new Limit(amount, unit);
    }

    public String ruleSource() {
        return ruleSource;
    }

    public ClockState state() {
        return state;
    }

    public boolean isRunning() {
        return state == ClockState.RUNNING;
    }

    public boolean isOpen() {
        return state != ClockState.STOPPED;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant warnAt() {
        return warnAt;
    }

    /** Null while open. */
    public Instant stoppedAt() {
        return stoppedAt;
    }

    /** Null while open. */
    public ClockOutcome outcome() {
        return outcome;
    }

    /** True when the end lies in or beyond a year whose holidays are not announced yet. */
    public boolean isProvisional() {
        return provisional;
    }

    public List<ClockInterval> intervals() {
        return List.copyOf(intervals);
    }

    public List<ClockExtension> extensions() {
        return List.copyOf(extensions);
    }
}
