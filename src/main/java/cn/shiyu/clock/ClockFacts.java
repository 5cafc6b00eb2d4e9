package cn.shiyu.clock;

/** What is known of the subject when a clock starts; a rule chooses by it. Null: not known yet, matches no condition. */
public record ClockFacts(String kind, String grade, String category) {

    public static final ClockFacts UNKNOWN = new ClockFacts(null, null, null);
}
