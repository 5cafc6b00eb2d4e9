package cn.shiyu.mediation;

import java.util.UUID;

/**
 * How a mediator did, counted from what was recorded.
 *
 * @param ended mediations that are over once they had begun
 * @param agreed of these, with an agreement
 * @param stars sum over the ratings: 5 for the best level, 1 for the worst
 */
public record MediatorRecord(int ended, int agreed, int ratings, int stars, UUID photo) {

    /** Below this many a share says more about chance than about the mediator. */
    private static final int ENOUGH = 5;

    static final MediatorRecord NONE = new MediatorRecord(0, 0, 0, 0, null);

    /** 达成率 (rules: agreements / mediations ended), in whole percent; null with too few to say. */
    public Integer success() {
        return ended < ENOUGH ? null : Math.round(100f * agreed / ended);
    }

    /** Average of the ratings with one decimal: 4.6; null with none. */
    public String stars5() {
        return ratings == 0 ? null : String.format("%.1f", (double) stars / ratings);
    }

    double average() {
        return ratings == 0 ? 0 : (double) stars / ratings;
    }
}
