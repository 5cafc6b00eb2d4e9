package cn.shiyu.platform.time;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The application's clock in tests: the real time, unless a test that depends on the hour says which it is. Put it back afterwards. */
public final class TestTime extends Clock {

    private static volatile Duration ahead = Duration.ZERO;

    static final class Producer {

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Clock clock() {
            return new TestTime();
        }
    }

    /** From now on it is that hour, as it was last, and goes on from there: what is signed until tonight must not have run out. */
    public static void is(LocalTime hour, ZoneId zone) {
        ZonedDateTime now = Instant.now().atZone(zone);
        ZonedDateTime today = now.with(hour);
        ahead = Duration.between(now, today.isAfter(now) ? today.minusDays(1) : today);
    }

    public static void isReal() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return AsOf.current().orElseGet(() -> Instant.now().plus(ahead));
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
