package cn.shiyu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A table reckoned by hand. 城管局 in one week: 9 dispatched (one of them by ruling), 2 returned, 8 finished of which 6 on time; 14
 * called, 12 reached: 11 responded, 9 solved; 3 very satisfied, 4 satisfied, 2 basically, 2 dissatisfied, 1 very dissatisfied.
 * 响应 11/12 = 91.7 %, 解决 9/12 = 75.0 %, 满意 (7 + 0.9 × 2)/12 = 8.8/12 = 73.3 %, 综合 0.1 × 91.67 + 0.5 × 75 + 0.4 × 73.33 = 76.0.
 */
class UnitFiguresTest {

    static final AssessmentRules RULES =
            new AssessmentRules(new AssessmentRules.Weights(0.1, 0.5, 0.4), 0.9, DayOfWeek.MONDAY, 1, null, null, "办法");

    private static final List<Tally> BY_HAND = List.of(
            plain("CaseDispatched", 8),
            plain("ReturnRuled", 1),
            plain("CaseReturned", 1),
            plain("CaseReturnDisputed", 1),
            finished(true, 6),
            finished(false, 2),
            new Tally("D-x", "CaseFollowedUp", false, false, false, null, false, 2),
            called(true, true, "VERY_SATISFIED", 3),
            called(true, true, "SATISFIED", 4),
            called(true, true, "BASICALLY_SATISFIED", 2),
            called(true, false, "DISSATISFIED", 2),
            called(false, false, "VERY_DISSATISFIED", 1));

    private final UnitFigures figures = UnitFigures.of("D-x", "城管局", BY_HAND, RULES);

    private static Tally plain(String type, int count) {
        return new Tally("D-x", type, false, false, false, null, false, count);
    }

    private static Tally finished(boolean onTime, int count) {
        return new Tally("D-x", "CaseFinished", false, false, false, null, onTime, count);
    }

    private static Tally called(boolean responded, boolean solved, String level, int count) {
        return new Tally("D-x", "CaseFollowedUp", true, responded, solved, level, false, count);
    }

    @Test
    void countsWhatWasCountedByHand() {
        assertThat(figures.dispatched()).isEqualTo(9);
        assertThat(figures.returned()).isEqualTo(2);
        assertThat(figures.finished()).isEqualTo(8);
        assertThat(figures.onTime()).isEqualTo(6);
        assertThat(figures.followedUp()).isEqualTo(12);
        assertThat(figures.responded()).isEqualTo(11);
        assertThat(figures.solved()).isEqualTo(9);
        assertThat(figures.content()).isEqualTo(7);
        assertThat(figures.basicallyContent()).isEqualTo(2);
    }

    @Test
    void reckonsTheRatesReckonedByHand() {
        assertThat(figures.response().percent()).isEqualTo("91.7%");
        assertThat(figures.solution().percent()).isEqualTo("75.0%");
        assertThat(figures.satisfaction().percent()).isEqualTo("73.3%");
        assertThat(figures.punctuality().percent()).isEqualTo("75.0%");
        assertThat(figures.composite()).isEqualTo("76.0");
        assertThat(figures.isFew()).isFalse();
    }

    @Test
    void countsNobodyWhoWasNotReachedAsContent() {
        UnitFigures silent = UnitFigures.of(
                "D-x", "", List.of(new Tally("D-x", "CaseFollowedUp", false, false, false, null, false, 5)), RULES);
        assertThat(silent.followedUp()).isZero();
        assertThat(silent.satisfaction().percent()).isEqualTo("—");
        assertThat(silent.composite()).isEqualTo("—");
        assertThat(silent.isFew()).isTrue();
    }

    /** 9 of 12 by Wilson's formula: 46.8 % to 91.1 %, worked out with a pocket calculator. */
    @Test
    void showsHowSureARateIs() {
        Rate rate = new Rate(9, 12);
        assertThat(Interval.wilson(rate.good(), rate.of()).low()).isCloseTo(0.468, within(0.001));
        assertThat(Interval.wilson(rate.good(), rate.of()).high()).isCloseTo(0.911, within(0.001));
        assertThat(Interval.wilson(0, 3).low()).isCloseTo(0, within(1e-9));
        assertThat(Interval.wilson(3, 3).high()).isCloseTo(1, within(1e-9));
    }
}
