package cn.shiyu.assessment.index;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.assessment.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.junit.jupiter.api.Test;

/** Whether "95 %" is true: cities are made up with known shares, their cases drawn, and it is counted how often the interval has the truth. */
class CoverageTest {

    private static final long SEED = 20260723L;
    private static final int CITIES = 400;

    private record Unit(double truth, Share share) {}

    private final UniformRandomProvider random = new SplittableRandom(SEED)::nextLong;

    /** Units whose shares differ as Beta(a, b) does, with 5 to 160 cases each. */
    private List<Unit> city(int units, double a, double b) {
        ContinuousDistribution.Sampler truths = BetaDistribution.of(a, b).createSampler(random);
        return IntStream.range(0, units).mapToObj(i -> unit(truths.sample())).toList();
    }

    private Unit unit(double truth) {
        int of = 5 + random.nextInt(156);
        return new Unit(truth, new Share(BinomialDistribution.of(of, truth).createSampler(random).sample(), of));
    }

    private static boolean has(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    @Test
    void theIntervalOfARateHasTheTruth95TimesInAHundred() {
        List<Unit> all = new ArrayList<>();
        for (double[] shape : new double[][] {{12, 4}, {3, 3}, {20, 2}}) {
            IntStream.range(0, CITIES).forEach(i -> all.addAll(city(30, shape[0], shape[1])));
        }
        assertThat(share(all.stream().filter(one -> has(one.share().interval(), one.truth())).count(), all.size())).isBetween(0.93, 0.97);
    }

    @Test
    void theIntervalOfAShrunkenRateHasItToo() {
        for (double[] shape : new double[][] {{12, 4}, {3, 3}, {40, 10}}) {
            long had = 0;
            double raw = 0;
            double drawn = 0;
            for (int i = 0; i < CITIES; i++) {
                List<Unit> city = city(30, shape[0], shape[1]);
                GroupPrior prior = GroupPrior.of(city.stream().map(Unit::share).toList());
                had += city.stream().filter(one -> has(prior.interval(one.share()), one.truth())).count();
                raw += city.stream().mapToDouble(one -> Math.pow(one.share().rate() - one.truth(), 2)).sum();
                drawn += city.stream().mapToDouble(one -> Math.pow(prior.shrunk(one.share()) - one.truth(), 2)).sum();
            }
            assertThat(share(had, CITIES * 30L)).as("Beta(%s, %s)", shape[0], shape[1]).isBetween(0.93, 0.97);
            assertThat(drawn).as("drawn to the group it is nearer the truth").isLessThan(raw);
        }
    }

    private static double share(long had, long of) {
        return had / (double) of;
    }
}
