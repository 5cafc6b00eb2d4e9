package cn.shiyu.clock;

/** How a stopped clock ended. */
public enum ClockOutcome {
    /** What it watched over was done in time. */
    MET("按时"),
    /** It was not, or too late. */
    MISSED("超期"),
    /** What it watched over fell away in time (withdrawn, merged, closed otherwise): counts neither way. */
    LAPSED("终止");

    private final String title;

    ClockOutcome(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
