package cn.shiyu.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shiyu.clock.LimitRule.When;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitRulesTest {

    private static final LimitRules RULES = new LimitRules(List.of(
            handle(new When(null, List.of("URGENT", "CRITICAL"), null), 24, LimitUnit.HOURS),
            handle(new When(List.of("REQUEST"), null, List.of("urban.water")), 1, LimitUnit.WORKING_DAYS),
            handle(null, 5, LimitUnit.WORKING_DAYS)));

    private static LimitRule handle(When when, int amount, LimitUnit unit) {
        return new LimitRule(ClockKind.HANDLE, when, amount, unit, null, "规程");
    }

    private static Limit picked(String kind, String grade, String category) {
        return RULES.pick(ClockKind.HANDLE, new ClockFacts(kind, grade, category))
                .orElseThrow()
                .limit();
    }

    @Test
    void takesTheFirstRuleThatMatches() {
        assertThat(picked("REQUEST", "URGENT", "urban.water")).isEqualTo(Limit.hours(24));
        assertThat(picked("REQUEST", "NORMAL", "urban.water")).isEqualTo(Limit.workingDays(1));
        assertThat(picked("QUESTION", "NORMAL", "urban.water")).isEqualTo(Limit.workingDays(5));
    }

    @Test
    void matchesACategoryWithEverythingBelowItButNoNamesake() {
        assertThat(picked("REQUEST", "NORMAL", "urban.water.leak")).isEqualTo(Limit.workingDays(1));
        assertThat(picked("REQUEST", "NORMAL", "urban.waterfront")).isEqualTo(Limit.workingDays(5));
    }

    @Test
    void matchesNoConditionOnWhatIsNotKnownYet() {
        assertThat(picked(null, null, null)).isEqualTo(Limit.workingDays(5));
    }

    @Test
    void findsNothingForAClockTheCityDoesNotLimit() {
        assertThat(RULES.pick(ClockKind.RETURN, ClockFacts.UNKNOWN)).isEmpty();
    }

    @Test
    void warnsAfterThreeQuartersUnlessTheCitySaysOtherwise() {
        assertThat(RULES.rules().get(0).warnAt()).isEqualTo(0.75);
    }

    @Test
    void refusesRulesWithoutSourceOrSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitRule(ClockKind.ACCEPT, null, 2, LimitUnit.HOURS, null, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitRule(ClockKind.ACCEPT, null, 0, LimitUnit.HOURS, null, "规程"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitRule(ClockKind.ACCEPT, null, 2, LimitUnit.HOURS, 1.5, "规程"));
    }
}
