package cn.shiyu.clock;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Key of what a clock consists of: its number within the clock, from 1. */
class ClockPartKey implements Serializable {

    private static final long serialVersionUID = 1L;

    String tenantId;
    UUID clockId;
    int seq;

    ClockPartKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof ClockPartKey key
                && seq == key.seq
                && Objects.equals(clockId, key.clockId)
                && Objects.equals(tenantId, key.tenantId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, clockId, seq);
    }
}
