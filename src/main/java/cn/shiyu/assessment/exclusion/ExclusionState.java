package cn.shiyu.assessment.exclusion;

/** Where an application stands. Only what is granted is left out. */
public enum ExclusionState {
    /** 待审核 */
    OPEN("ExclusionAsked"),
    /** 已剔除 */
    GRANTED("ExclusionGranted"),
    /** 未通过 */
    REFUSED("ExclusionRefused"),
    /** 已撤回 */
    WITHDRAWN("ExclusionWithdrawn");

    private final String event;

    ExclusionState(String event) {
        this.event = event;
    }

    /** The fact it leaves in the event log. */
    String event() {
        return event;
    }
}
