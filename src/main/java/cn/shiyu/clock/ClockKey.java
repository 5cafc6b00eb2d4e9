package cn.shiyu.clock;

import java.io.Serializable;
import java.util.UUID;

/** A clock's key: the city first, then the clock. */
record ClockKey(String tenantId, UUID clockId) implements Serializable {}
