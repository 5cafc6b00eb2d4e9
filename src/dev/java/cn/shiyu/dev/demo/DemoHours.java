package cn.shiyu.dev.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;

/** When each step of one message's story happened: spread between its day and now, never in the future. */
final class DemoHours {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Instant now;
    private final Random random;
    private Instant at;

    DemoHours(Instant now, int daysAgo, int index) {
        this.now = now;
        this.random = new Random(index * 7919L);
        Instant day = now.minus(Duration.ofDays(daysAgo))
                .atZone(ZONE)
                .with(LocalTime.of(8 + random.nextInt(12), random.nextInt(60), random.nextInt(60)))
                .toInstant();
        this.at = day.isAfter(now) ? now.minus(Duration.ofMinutes(20 + random.nextInt(200))) : day;
    }

    Instant start() {
        return at;
    }

    /** Some hours on; close to now the steps move together rather than into the future. */
    Instant after(int fewestHours, int mostHours) {
        Duration step = Duration.ofMinutes(fewestHours * 60L + random.nextInt((mostHours - fewestHours) * 60 + 1));
        Instant next = at.plus(step);
        at = next.isBefore(now) ? next : at.plus(Duration.between(at, now).dividedBy(3));
        return at;
    }
}
