package cn.shiyu.assessment.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a version of the index system makes of a period's counts. Plain arithmetic: the same counts and version give the same digits.
 * Within each group every rate is drawn towards the group's, as far as few cases demand; points are made of the drawn rate and weighed.
 * The composite's interval takes the bounds of all its indicators at once, which is cautious.
 */
public final class Scoring {

    private static final Comparator<UnitScore> BY_RANK = Comparator.comparing(
                    UnitScore::composite, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(UnitScore::unit);

    private final IndexSystem system;
    private final List<Formulas> formulas;

    /** @throws IllegalArgumentException when a formula does not compile */
    public Scoring(IndexSystem system) {
        this.system = system;
        this.formulas = system.indicators().stream().map(Formulas::new).toList();
    }

    /** Group by group as the version lists them, best first; units without any count last. */
    public List<UnitScore> of(List<UnitCounts> units) {
        Map<String, List<UnitCounts>> byGroup = units.stream().collect(Collectors.groupingBy(UnitCounts::group));
        return system.groups().stream()
                .flatMap(group -> group(byGroup.getOrDefault(group.code(), List.of())).stream())
                .toList();
    }

    private List<UnitScore> group(List<UnitCounts> units) {
        Map<String, GroupPrior> priors = new LinkedHashMap<>();
        for (Formulas one : formulas) {
            List<Share> shares = units.stream().map(unit -> one.share(unit.counts())).toList();
            if (shares.stream().anyMatch(Share::isKnown)) {
                priors.put(one.indicator().code(), GroupPrior.of(shares));
            }
        }
        List<UnitScore> scored = units.stream().map(unit -> unit(unit, priors)).toList();
        List<UnitScore> counted = scored.stream().filter(one -> one.composite() != null).toList();
        return scored.stream().map(one -> one.composite() == null ? one : one.ranked(counted)).sorted(BY_RANK).toList();
    }

    private UnitScore unit(UnitCounts unit, Map<String, GroupPrior> priors) {
        List<IndicatorScore> scores = new ArrayList<>();
        for (Formulas one : formulas) {
            GroupPrior prior = priors.get(one.indicator().code());
            if (prior != null) {
                scores.add(IndicatorScore.of(one, one.share(unit.counts()), prior));
            }
        }
        boolean nothing = scores.stream().noneMatch(IndicatorScore::isKnown);
        boolean few = scores.stream().allMatch(one -> one.of().doubleValue() < system.few());
        return nothing
                ? new UnitScore(unit.unit(), unit.name(), unit.group(), null, null, null, null, null, null, true, scores)
                : new UnitScore(
                        unit.unit(), unit.name(), unit.group(), null, null, null,
                        Digits.composite(weighed(scores, one -> one.points().doubleValue())),
                        Digits.composite(weighed(scores, one -> points(one.code(), one.shrunkLow().doubleValue()))),
                        Digits.composite(weighed(scores, one -> points(one.code(), one.shrunkHigh().doubleValue()))), few, scores);
    }

    /** What the whole group has nothing of weighs nothing. */
    private double weighed(List<IndicatorScore> scores, Function<IndicatorScore, Double> points) {
        double sum = 0;
        double weights = 0;
        for (IndicatorScore one : scores) {
            double weight = formulas(one.code()).indicator().weight();
            sum += weight * points.apply(one);
            weights += weight;
        }
        return sum / weights;
    }

    private double points(String indicator, double rate) {
        return formulas(indicator).points(rate);
    }

    private Formulas formulas(String code) {
        return formulas.stream().filter(one -> one.indicator().code().equals(code)).findFirst().orElseThrow();
    }
}
