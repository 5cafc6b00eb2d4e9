package cn.shiyu.history;

/** Where a run stands. */
public enum RunState {
    /** 待确认: the file is here, its mapping is being written */
    DRAFT,
    /** 等待: any instance may begin it */
    WAITING,
    /** 导入中 */
    RUNNING,
    /** 已完成: every line was looked at */
    DONE,
    /** 已中断: can be gone on with */
    FAILED,
    /** 已放弃 before it began */
    DISCARDED;

    public boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
