package cn.shiyu.assessment;

/**
 * How many events of one kind one unit has in a period.
 *
 * @param unit code of the unit that led when it happened
 * @param type of the event
 * @param reached, responded, solved of a follow-up; false elsewhere
 * @param satisfaction level of a follow-up, null elsewhere
 * @param onTime of a finished case; false elsewhere
 */
record Tally(
        String unit,
        String type,
        boolean reached,
        boolean responded,
        boolean solved,
        String satisfaction,
        boolean onTime,
        int count) {}
