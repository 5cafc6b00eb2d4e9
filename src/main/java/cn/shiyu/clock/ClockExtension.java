package cn.shiyu.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An approved extension (延期) of a clock, in the clock's own unit. Appended, never edited. */
@Entity
@IdClass(ClockPartKey.class)
@Table(name = "clock_extension")
public class ClockExtension {

    @Id
    @Column(name = "tenant_id")
    String tenantId;

    @Id
    @Column(name = "clock_id")
    UUID clockId;

    @Id
    int seq;

    @Column(updatable = false)
    int amount;

    @Column(updatable = false)
    String reason;

    @Column(name = "granted_at", updatable = false)
    Instant grantedAt;

    protected ClockExtension() {}

    ClockExtension(String tenantId, UUID clockId, int seq, int amount, String reason, Instant grantedAt) {
        this.tenantId = tenantId;
        this.clockId = clockId;
        this.seq = seq;
        this.amount = amount;
        this.reason = reason;
        this.grantedAt = grantedAt;
    }

    public int amount() {
        return amount;
    }

    public String reason() {
        return reason;
    }

    public Instant grantedAt() {
        return grantedAt;
    }
}
