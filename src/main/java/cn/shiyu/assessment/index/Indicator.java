package cn.shiyu.assessment.index;

/**
 * One indicator (指标): a share of something counted, and what it is worth.
 *
 * @param weight in the composite; only its share of all weights counts
 * @param good formula of what counts as good, over {@link Counts}; never below 0 nor above {@code of}
 * @param of formula of out of how many
 * @param score formula of 0 to 100 points over {@code rate}, the share from 0 to 1, which must not fall as the rate rises; null for
 *     {@code 100.0 * rate}
 */
public record Indicator(String code, String name, double weight, String good, String of, String score) {

    private static final String PLAIN = "100.0 * rate";

    public String points() {
        return score == null ? PLAIN : score;
    }
}
