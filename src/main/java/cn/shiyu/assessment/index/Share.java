package cn.shiyu.assessment.index;

import cn.shiyu.assessment.Interval;

/** How much of something counts as good. */
public record Share(double good, double of) {

    public boolean isKnown() {
        return of > 0;
    }

    /** 0 to 1; 0 where nothing was counted. */
    public double rate() {
        return isKnown() ? good / of : 0;
    }

    /** Of the rate as it was counted: 95 %, Wilson. */
    public Interval interval() {
        return Interval.wilson(good, of);
    }
}
