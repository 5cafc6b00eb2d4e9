package cn.shiyu.assessment;

/** Between which two shares the true one lies, 95 % of the times such an interval is given. */
public record Interval(double low, double high) {

    /** Standard score of a two-sided 95 % interval. */
    private static final double Z = 1.959963984540054;
    private static final Interval NOTHING_KNOWN = new Interval(0, 1);

    /** The Wilson score interval; all of 0 to 1 where nothing was counted. For weighted answers an approximation, on the cautious side. */
    public static Interval wilson(double good, double of) {
        if (of <= 0) {
            return NOTHING_KNOWN;
        }
        double share = good / of;
        double middle = share + Z * Z / (2 * of);
        double half = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of));
        double whole = 1 + Z * Z / of;
        return new Interval(Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole));
    }
}
