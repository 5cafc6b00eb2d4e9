package cn.shiyu.counselling;

/** Where a written talk stands. */
public enum CounsellingStatus {
    /** 待回复: the person wrote, and a limit runs for the counsellor */
    WAITING,
    /** 已回复: the person may write on */
    ANSWERED,
    /** 已结束: it may still be read, taken along and deleted by the person */
    CLOSED
}
