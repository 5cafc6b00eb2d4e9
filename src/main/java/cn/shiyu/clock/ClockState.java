package cn.shiyu.clock;

import java.util.Map;
import java.util.Optional;

/** The states of a clock and the one table of what may follow. */
public enum ClockState {
    RUNNING("计时中"),
    PAUSED("已暂停"),
    STOPPED("已停止");

    /** What can be done to a clock. Starting again is a new clock, so that what was stays as it was. */
    enum Action {
        PAUSE,
        RESUME,
        EXTEND,
        STOP
    }

    // Extending a paused clock is lawful: the approval may arrive while material is still awaited.
    private static final Map<ClockState, Map<Action, ClockState>> TABLE = Map.of(
            RUNNING, Map.of(Action.PAUSE, PAUSED, Action.EXTEND, RUNNING, Action.STOP, STOPPED),
            PAUSED, Map.of(Action.RESUME, RUNNING, Action.EXTEND, PAUSED, Action.STOP, STOPPED),
            STOPPED, Map.of());

    private final String title;

    ClockState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    Optional<ClockState> after(Action action) {
        return Optional.ofNullable(TABLE.get(this).get(action));
    }
}
