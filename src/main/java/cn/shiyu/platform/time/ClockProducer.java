package cn.shiyu.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Produces the one {@link Clock} (UTC); nobody calls {@code Instant.now()} without it, so that tests can set the time. */
class ClockProducer {

    @Produces
    @Singleton
    Clock clock() {
        return new ContextClock();
    }
}
