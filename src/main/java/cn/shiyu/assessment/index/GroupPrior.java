package cn.shiyu.assessment.index;

import cn.shiyu.assessment.Interval;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What the others of a group say about a unit before its own cases are looked at (经验贝叶斯): a mean, and as how many cases that weighs.
 * A unit with few cases is drawn towards its group, one with many hardly at all.
 *
 * @param mean share of the whole group
 * @param weight as many cases: small where the units differ much, large where they hardly do
 */
record GroupPrior(double mean, double weight) {

    private static final double HALF = 0.5;
    private static final double TAIL = 0.025;

    /** From the shares of a group, by the analysis of variance between and within its units. */
    static GroupPrior of(List<Share> shares) {
        List<Share> known = shares.stream().filter(Share::isKnown).toList();
        double all = known.stream().mapToDouble(Share::of).sum();
        double mean = (known.stream().mapToDouble(Share::good).sum() + HALF) / (all + 1);
        return new GroupPrior(mean, known.size() < 2 ? 1 : weight(known, all));
    }

    private static double weight(List<Share> known, double all) {
        int units = known.size();
        double mean = known.stream().mapToDouble(Share::good).sum() / all;
        double between = known.stream().mapToDouble(one -> one.of() * sq(one.rate() - mean)).sum() / (units - 1);
        double within = known.stream().mapToDouble(one -> one.of() * one.rate() * (1 - one.rate())).sum() / Math.max(1, all - units);
        double size = (all - known.stream().mapToDouble(one -> sq(one.of())).sum() / all) / (units - 1);
        double alike = (between - within) / (between + (size - 1) * within);
        // The group never weighs more than an average unit of it: where units seem to differ no more than chance would make them, that
        // too may be chance, and intervals would promise too much.
        double most = Math.max(1, all / units);
        return alike > 0 ? Math.min(most, Math.max(1, (1 - alike) / alike)) : most;
    }

    private static double sq(double x) {
        return x * x;
    }

    double shrunk(Share share) {
        return (share.good() + weight * mean) / (share.of() + weight);
    }

    /** Of the shrunken rate: 95 % of its posterior. */
    Interval interval(Share share) {
        BetaDistribution posterior = BetaDistribution.of(
                share.good() + weight * mean, share.of() - share.good() + weight * (1 - mean));
        return new Interval(posterior.inverseCumulativeProbability(TAIL), posterior.inverseSurvivalProbability(TAIL));
    }
}
