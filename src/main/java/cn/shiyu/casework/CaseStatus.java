package cn.shiyu.casework;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands on the one pipeline: 发现报告 → 调度派遣 → 协调处置 → 跟踪回访 → 评价结案. */
public enum CaseStatus {
    /** 待受理 */
    SUBMITTED(1),
    /** 待派遣 */
    ACCEPTED(2),
    /** 待签收 */
    DISPATCHED(2),
    /** 退单待裁定 */
    RETURN_DISPUTED(2),
    /** 处置中 */
    HANDLING(3),
    /** 已挂起: the clock stands still, with a reason */
    SUSPENDED(3),
    /** 待回访 */
    FINISHED(4),
    /** 待评价结案 */
    FOLLOWED_UP(5),
    /** 已结案 */
    CLOSED(5),
    /** 不予受理 */
    REFUSED(5),
    /** 已撤回 */
    WITHDRAWN(5);

    private final int step;

    CaseStatus(int step) {
        this.step = step;
    }

    /** Which of the five steps this is, 1 to 5. */
    public int step() {
        return step;
    }

    public boolean isOver() {
        return over().contains(this);
    }

    public static Set<CaseStatus> over() {
        return EnumSet.of(CLOSED, REFUSED, WITHDRAWN);
    }

    public static Set<CaseStatus> open() {
        return EnumSet.complementOf(EnumSet.copyOf(over()));
    }
}
