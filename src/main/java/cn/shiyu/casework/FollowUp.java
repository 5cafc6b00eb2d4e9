package cn.shiyu.casework;

/**
 * What the resident said when asked (回访): responded? solved? satisfied?
 *
 * @param reached false where nobody answered: not an effective follow-up, counted in no rate
 * @param satisfaction null where not reached
 */
public record FollowUp(boolean reached, boolean responded, boolean solved, RatingLevel satisfaction, String words) {

    /** Content enough to go on to rating; otherwise the case is handled again (spec: follow up). */
    boolean content() {
        return !reached || (solved && !satisfaction.isLow());
    }
}
