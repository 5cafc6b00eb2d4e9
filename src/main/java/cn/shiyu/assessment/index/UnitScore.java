package cn.shiyu.assessment.index;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * One unit's result of a month.
 *
 * @param rank within its group; ties share one, and the next is left out; null where nothing was counted
 * @param best, worst the ranks that cannot be told apart from its own; null with it
 * @param composite 0 to 100, two digits, from {@code low} to {@code high}; null where nothing was counted
 * @param few too few cases to say much: marked, and drawn to its group
 */
public record UnitScore(
        String unit, String name, String group, Integer rank, Integer best, Integer worst, BigDecimal composite, BigDecimal low,
        BigDecimal high, boolean few, List<IndicatorScore> indicators) {

    public boolean isRanked() {
        return rank != null;
    }

    UnitScore ranked(List<UnitScore> peers) {
        return new UnitScore(
                unit, name, group, 1 + count(peers, one -> one.composite.compareTo(composite) > 0),
                1 + count(peers, one -> one.low.compareTo(high) > 0), peers.size() - count(peers, one -> one.high.compareTo(low) < 0),
                composite, low, high, few, indicators);
    }

    private static int count(List<UnitScore> peers, Predicate<UnitScore> which) {
        return (int) peers.stream().filter(which).count();
    }
}
