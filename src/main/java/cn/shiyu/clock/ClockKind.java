package cn.shiyu.clock;

/** What a clock watches over. One subject has at most one open clock of each kind. */
public enum ClockKind {
    ACCEPT("受理"),
    DISPATCH("派遣"),
    FIRST_CONTACT("首次联系"),
    /** A window, not a duty: until then a unit may return the case; letting it pass is no failing. */
    RETURN("退单"),
    HANDLE("办理"),
    FOLLOW_UP("回访"),
    STATUTORY("法定");

    private final String title;

    ClockKind(String title) {
        this.title = title;
    }

    /** Whether somebody must act before the end. What is no duty turns no light on and is told to nobody. */
    public boolean isDuty() {
        return this != RETURN;
    }

    /** Chinese, as shown to people. */
    public String title() {
        return title;
    }
}
