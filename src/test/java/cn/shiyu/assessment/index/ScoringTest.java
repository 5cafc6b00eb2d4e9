package cn.shiyu.assessment.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a month's counts become, reckoned twice: here and in tables a person can check. */
class ScoringTest {

    @Test
    void aMonthReckonedByHandIsTheSystemsToTheLastDigit() {
        List<UnitScore> scores = new Scoring(HandMonth.system()).of(HandMonth.counts());
        List<List<String>> indicators = scores.stream()
                .flatMap(unit -> unit.indicators().stream().map(one -> List.of(
                        unit.unit(), one.code(), one.good().toPlainString(), one.of().toPlainString(), one.rate().toPlainString(),
                        one.low().toPlainString(), one.high().toPlainString(), one.shrunk().toPlainString(),
                        one.shrunkLow().toPlainString(), one.shrunkHigh().toPlainString(), one.points().toPlainString())))
                .toList();
        assertThat(indicators).containsExactlyInAnyOrderElementsOf(HandMonth.table("month-indicators.csv"));
        List<List<String>> composites = scores.stream()
                .map(one -> List.of(
                        one.unit(), "" + one.rank(), "" + one.best(), "" + one.worst(), one.composite().toPlainString(),
                        one.low().toPlainString(), one.high().toPlainString()))
                .toList();
        assertThat(composites).containsExactlyInAnyOrderElementsOf(HandMonth.table("month-composites.csv"));
    }

    @Test
    void theOrderInWhichUnitsComeChangesNothing() {
        List<UnitCounts> counts = new ArrayList<>(HandMonth.counts());
        List<UnitScore> first = new Scoring(HandMonth.system()).of(counts);
        Collections.shuffle(counts, new Random(7));
        assertThat(new Scoring(HandMonth.system()).of(counts)).isEqualTo(first);
    }

    @Test
    void tiesAreTiesAndTheNextRankIsLeftOut() {
        List<UnitScore> scores = new Scoring(HandMonth.system()).of(List.of(
                HandMonth.unit("A", 50, 45, 40, 20, 20, 5), HandMonth.unit("B", 50, 45, 40, 20, 20, 5), HandMonth.unit("C", 50, 30, 10, 5, 5, 5)));
        assertThat(scores).extracting(UnitScore::rank).containsExactly(1, 1, 3);
        assertThat(scores).extracting(UnitScore::worst).as("C cannot be taken for the first two").containsExactly(2, 2, 3);
    }

    @Test
    void aUnitWithFewCasesIsDrawnToItsGroupAndMarked() {
        UnitScore few = new Scoring(HandMonth.system()).of(HandMonth.counts()).stream()
                .filter(one -> one.unit().equals("D")).findFirst().orElseThrow();
        assertThat(few.few()).isTrue();
        IndicatorScore solution = few.indicators().get(1);
        assertThat(solution.shrunk()).isGreaterThan(solution.rate());
    }

    @Test
    void whereNothingWasCountedThereIsNoRankAndWhatNobodyHasWeighsNothing() {
        IndexSystem withPunctuality = new IndexSystem("x", YearMonth.of(2026, 1), null, null, List.of(
                HandMonth.system().indicators().get(1), new Indicator("on-time", "按时", 50, "on_time", "finished", null)), "测试");
        List<UnitScore> scores = new Scoring(withPunctuality).of(List.of(
                HandMonth.unit("A", 50, 45, 40, 20, 20, 5), HandMonth.unit("B", 50, 45, 20, 20, 20, 5), HandMonth.unit("Z", 0, 0, 0, 0, 0, 0)));
        assertThat(scores).extracting(UnitScore::unit).containsExactly("A", "B", "Z");
        assertThat(scores.get(2).isRanked()).isFalse();
        assertThat(scores.get(0).composite()).isEqualTo(Digits.composite(scores.get(0).indicators().get(0).points().doubleValue()));
        assertThat(scores.get(0).indicators()).hasSize(1);
    }

    @Test
    void aTargetIsAFormulaOfTheRate() {
        Formulas target = new Formulas(new Indicator("x", "x", 1, "solved", "followed_up", "rate >= 0.8 ? 100.0 : 125.0 * rate"));
        assertThat(target.points(0.9)).isEqualTo(100);
        assertThat(target.points(0.4)).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "responded * 2", "unknown", "solved > 1.0", "'text'", "solved +", "[1.0, 2.0]", "solved.map(x, x)", "duration('1s')"
    })
    void aFormulaThatIsNoNumberOfKnownNamesIsRefused(String formula) {
        assertThatThrownBy(() -> new Formulas(new Indicator("x", "x", 1, formula, "followed_up", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(formula);
    }

    @Test
    void moreGoodThanThereIsIsAFaultNotAScore() {
        Formulas twice = new Formulas(new Indicator("x", "x", 1, "2.0 * solved", "followed_up", null));
        assertThatThrownBy(() -> twice.share(HandMonth.unit("A", 10, 0, 8, 0, 0, 0).counts())).hasMessageContaining("16.0 / 10.0");
    }
}
