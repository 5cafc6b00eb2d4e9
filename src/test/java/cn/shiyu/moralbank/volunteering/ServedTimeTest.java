package cn.shiyu.moralbank.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServedTimeTest {

    private static final Instant STARTS = Instant.parse("2026-11-28T01:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-11-28T03:00:00Z");

    @Test
    void countsWholeMinutesFromInToOut() {
        assertThat(minutes("2026-11-28T01:10:00Z", "2026-11-28T02:40:59Z")).isEqualTo(90);
    }

    @Test
    void countsOnlyWhatLiesWithinTheActivity() {
        assertThat(minutes("2026-11-28T00:30:00Z", "2026-11-28T03:59:00Z")).isEqualTo(120);
        assertThat(minutes("2026-11-28T00:30:00Z", "2026-11-28T00:50:00Z")).isZero();
        assertThat(minutes("2026-11-28T03:10:00Z", "2026-11-28T03:50:00Z")).isZero();
    }

    @Test
    void isNothingWhileOneOfTheTwoIsMissing() {
        assertThat(ServedTime.minutes(STARTS, ENDS, STARTS, null)).isZero();
        assertThat(ServedTime.minutes(STARTS, ENDS, null, null)).isZero();
    }

    private static int minutes(String in, String out) {
        return ServedTime.minutes(STARTS, ENDS, Instant.parse(in), Instant.parse(out));
    }
}
