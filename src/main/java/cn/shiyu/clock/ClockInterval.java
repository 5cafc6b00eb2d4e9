package cn.shiyu.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A stretch of a clock's life, running or paused. Appended and closed once, never edited: figures stay what they were
 * when rules or calendars change later.
 */
@Entity
@IdClass(ClockPartKey.class)
@Table(name = "clock_interval")
public class ClockInterval {

    @Id
    @Column(name = "tenant_id")
    String tenantId;

    @Id
    @Column(name = "clock_id")
    UUID clockId;

    @Id
    int seq;

    @Column(name = "from_at", updatable = false)
    Instant fromAt;

    @Column(name = "to_at")
    Instant toAt;

    @Column(updatable = false)
    boolean running;

    @Column(updatable = false)
    String reason;

    long counted;

    protected ClockInterval() {}

    ClockInterval(String tenantId, UUID clockId, int seq, Instant fromAt, boolean running, String reason) {
        this.tenantId = tenantId;
        this.clockId = clockId;
        this.seq = seq;
        this.fromAt = fromAt;
        this.running = running;
        this.reason = reason;
    }

    void close(Instant at, long counted) {
        this.toAt = at;
        this.counted = counted;
    }

    public Instant from() {
        return fromAt;
    }

    /** Null while it lasts. */
    public Instant to() {
        return toAt;
    }

    public boolean running() {
        return running;
    }

    /** Why paused, Chinese; null for a running stretch. */
    public String reason() {
        return reason;
    }

    /** By how much a pause moved the end, in whole days or seconds as the clock's unit has it; 0 for a running stretch. */
    public long counted() {
        return counted;
    }
}
