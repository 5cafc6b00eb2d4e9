package cn.shiyu.booking.hall;

/** Where a number stands. */
public enum TicketStatus {
    /** 等候 */
    WAITING,
    /** 已叫号 */
    CALLED,
    /** 过号: called and not there */
    SKIPPED,
    /** 办结 */
    DONE
}
