package cn.shiyu.moralbank.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckCodeTest {

    private static final byte[] KEY = "a key of thirty-two bytes length".getBytes(StandardCharsets.UTF_8);
    private static final UUID ACTIVITY = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    /** The first second of a step. */
    private static final Instant AT = Instant.parse("2026-11-28T01:00:00Z");

    @Test
    void hasSixDigitsAndAnotherSetOfThemEveryHalfMinute() {
        Set<String> codes = new HashSet<>();
        for (int step = 0; step < 100; step++) {
            codes.add(code(AT.plusSeconds(step * 30L)));
        }
        assertThat(codes).allMatch(code -> code.matches("[0-9]{6}")).hasSizeGreaterThan(98);
        assertThat(code(AT.plusSeconds(29))).isEqualTo(code(AT));
        assertThat(code(AT.plusSeconds(30))).isNotEqualTo(code(AT));
    }

    @Test
    void countsForItsOwnStepAndTheNext() {
        String code = code(AT);
        assertThat(fits(AT.plusSeconds(59), code)).isTrue();
        assertThat(fits(AT.plusSeconds(60), code)).isFalse();
        assertThat(fits(AT.minusSeconds(1), code)).isFalse();
    }

    @Test
    void isNothingElsewhere() {
        String code = code(AT);
        assertThat(CheckCode.fits(KEY, ACTIVITY, Direction.OUT, AT, code)).isFalse();
        assertThat(CheckCode.fits(KEY, UUID.randomUUID(), Direction.IN, AT, code)).isFalse();
        assertThat(CheckCode.fits("another".getBytes(StandardCharsets.UTF_8), ACTIVITY, Direction.IN, AT, code)).isFalse();
        assertThat(fits(AT, null)).isFalse();
        assertThat(fits(AT, "")).isFalse();
    }

    @Test
    void mayBeTypedWithASpaceInTheMiddle() {
        String code = code(AT);
        assertThat(fits(AT, code.substring(0, 3) + " " + code.substring(3))).isTrue();
    }

    @Test
    void saysHowLongItLasts() {
        assertThat(CheckCode.left(AT)).isEqualTo(30);
        assertThat(CheckCode.left(AT.plusSeconds(29))).isEqualTo(1);
    }

    private static String code(Instant at) {
        return CheckCode.of(KEY, ACTIVITY, Direction.IN, at);
    }

    private static boolean fits(Instant at, String typed) {
        return CheckCode.fits(KEY, ACTIVITY, Direction.IN, at, typed);
    }
}
