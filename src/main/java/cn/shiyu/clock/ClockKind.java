package cn.shiyu.clock;

/** What a clock watches over. One subject has at most one open clock of each kind. */
public enum ClockKind {
    ACCEPT("受理"),
    DISPATCH("派遣"),
    FIRST_CONTACT("首次联系"),
    RETURN("退单"),
    HANDLE("办理"),
    FOLLOW_UP("回访"),
    STATUTORY("法定");

    private final String title;

    ClockKind(String title) {
        this.title = title;
    }

    /** Chinese, as shown to people. */
    public String title() {
        return title;
    }
}
