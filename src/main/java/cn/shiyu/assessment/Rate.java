package cn.shiyu.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of something counted, with how sure one may be of it.
 *
 * @param good how many count as good; a 基本满意 counts as a part of one
 * @param of out of how many; with 0 there is no rate
 */
public record Rate(double good, int of) {

    /** Fewer than this say little about a unit, and are marked 样本少. */
    static final int FEW = 10;

    public boolean isKnown() {
        return of > 0;
    }

    public boolean isFew() {
        return of < FEW;
    }

    /** 0 to 1; 0 where nothing was counted, which {@link #isKnown} tells apart. */
    public double share() {
        return isKnown() ? good / of : 0;
    }

    public String percent() {
        return isKnown() ? percent(share()) : "—";
    }

    /** 95 % Wilson score interval: {@code 55.2%–83.0%}. For weighted answers an approximation, on the cautious side. */
    public String interval() {
        return isKnown() ? percent(bounds().low()) + "–" + percent(bounds().high()) : "—";
    }

    private Interval bounds() {
        return Interval.wilson(good, of);
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP) + "%";
    }
}
