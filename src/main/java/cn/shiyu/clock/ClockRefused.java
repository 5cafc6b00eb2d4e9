package cn.shiyu.clock;

import cn.shiyu.platform.problem.Refusal;

/** 409 {@code clock-out-of-turn}: pausing what is paused, resuming what runs, anything on a stopped clock. */
public class ClockRefused extends Refusal {

    ClockRefused(ClockKind kind, ClockState state, ClockState.Action action) {
        super(409, "clock-out-of-turn", "“%s”时限%s,不能再%s。".formatted(kind.title(), state.title(), words(action)));
    }

    private static String words(ClockState.Action action) {
        return switch (action) {
            case PAUSE -> "暂停";
            case RESUME -> "恢复计时";
            case EXTEND -> "延长";
            case STOP -> "停止";
        };
    }
}
