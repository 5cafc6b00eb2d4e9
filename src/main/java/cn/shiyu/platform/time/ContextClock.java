package cn.shiyu.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's time in UTC, except where history is brought in ({@link AsOf}). */
final class ContextClock extends Clock {

    private final Clock system = Clock.systemUTC();

    @Override
    public Instant instant() {
        return AsOf.current().orElseGet(system::instant);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
