package cn.shiyu.clock;

import static cn.shiyu.clock.ClockFixtures.CALENDAR;
import static cn.shiyu.clock.ClockFixtures.TENANT;
import static cn.shiyu.clock.ClockFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.platform.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectClocksTest {

    private static final Instant START = at("2026-07-06 10:00");
    private static final LimitRules RULES = new LimitRules(List.of(
            rule(ClockKind.ACCEPT, 2, LimitUnit.HOURS),
            rule(ClockKind.RETURN, 1, LimitUnit.HOURS),
            rule(ClockKind.HANDLE, 5, LimitUnit.WORKING_DAYS)));

    private final SubjectClocks clocks =
            new SubjectClocks(TENANT, ClockSubject.ofCase(UUID.randomUUID()), RULES, CALENDAR, List.of());

    private static LimitRule rule(ClockKind kind, int amount, LimitUnit unit) {
        return new LimitRule(kind, null, amount, unit, null, "规程");
    }

    @Test
    void isDueWhenTheFirstOfItsDutiesIs() {
        start(ClockKind.ACCEPT, ClockKind.RETURN, ClockKind.HANDLE);
        assertThat(clocks.nextDue()).contains(at("2026-07-06 12:00"));
        clocks.stop(ClockKind.ACCEPT, at("2026-07-06 11:00"));
        assertThat(clocks.nextDue()).contains(at("2026-07-13 17:30"));
    }

    @Test
    void isNotDueWhilePaused() {
        start(ClockKind.HANDLE);
        clocks.pauseAll("等您补充材料", at("2026-07-07 10:00"));
        assertThat(clocks.nextDue()).isEmpty();
        clocks.resumeAll(at("2026-07-08 10:00"));
        assertThat(clocks.nextDue()).contains(at("2026-07-14 17:30"));
    }

    @Test
    void runsNoClockTheCityDoesNotLimit() {
        assertThat(clocks.start(ClockKind.FOLLOW_UP, ClockFacts.UNKNOWN, START)).isEmpty();
        assertThat(clocks.nextDue()).isEmpty();
    }

    @Test
    void startsAgainAsANewClockAndKeepsTheOld() {
        start(ClockKind.HANDLE);
        assertThatIllegalStateException().isThrownBy(() -> start(ClockKind.HANDLE));
        clocks.restart(ClockKind.HANDLE, ClockFacts.UNKNOWN, at("2026-07-08 10:00"));
        assertThat(clocks.all()).extracting(CaseClock::outcome).containsExactly(ClockOutcome.LAPSED, null);
        assertThat(clocks.nextDue()).contains(at("2026-07-15 17:30"));
    }

    @Test
    void lapsesWhatIsLeftWhenItIsOver() {
        start(ClockKind.ACCEPT, ClockKind.HANDLE);
        clocks.stopAll(at("2026-07-06 13:00"));
        assertThat(clocks.all())
                .extracting(CaseClock::outcome)
                .containsExactly(ClockOutcome.MISSED, ClockOutcome.LAPSED);
    }

    @Test
    void extendsOnlyWhatRuns() {
        assertThatThrownBy(() -> clocks.extend(ClockKind.HANDLE, Limit.workingDays(1), "复杂", START))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("no-such-clock"));
    }

    private void start(ClockKind... kinds) {
        for (ClockKind kind : kinds) {
            clocks.start(kind, ClockFacts.UNKNOWN, START);
        }
    }
}
