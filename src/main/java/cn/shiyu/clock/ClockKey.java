package cn.shiyu.clock;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

class ClockKey implements Serializable {

    private static final long serialVersionUID = 1L;

    String tenantId;
    UUID clockId;

    ClockKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof ClockKey key
                && Objects.equals(clockId, key.clockId)
                && Objects.equals(tenantId, key.tenantId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, clockId);
    }
}
