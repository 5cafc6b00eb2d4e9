package cn.shiyu.assessment.index;

import cn.shiyu.assessment.Interval;
import java.math.BigDecimal;

/**
 * One indicator of one unit, to the digits that are sealed.
 *
 * @param good, of as counted
 * @param rate as counted, with its 95 % interval; 0 to 1
 * @param shrunk towards the group, with its interval; what scores are made of
 * @param points 0 to 100
 */
public record IndicatorScore(
        String code, BigDecimal good, BigDecimal of, BigDecimal rate, BigDecimal low, BigDecimal high, BigDecimal shrunk,
        BigDecimal shrunkLow, BigDecimal shrunkHigh, BigDecimal points) {

    static IndicatorScore of(Formulas formulas, Share share, GroupPrior prior) {
        Interval counted = share.interval();
        Interval drawn = prior.interval(share);
        double shrunk = prior.shrunk(share);
        return new IndicatorScore(
                formulas.indicator().code(), Digits.of(share.good()), Digits.of(share.of()), Digits.of(share.rate()),
                Digits.of(counted.low()), Digits.of(counted.high()), Digits.of(shrunk), Digits.of(drawn.low()), Digits.of(drawn.high()),
                Digits.of(formulas.points(shrunk)));
    }

    public boolean isKnown() {
        return of.signum() > 0;
    }
}
