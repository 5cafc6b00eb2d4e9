package cn.shiyu.moralbank.deed;

/** Where a good deed stands. */
public enum DeedStatus {
    /** 待本人确认: told by another, waits for who did it */
    CLAIMING,
    /** 评议中 */
    REVIEW,
    /** 已认定 */
    APPROVED,
    /** 未认定: can be appealed against */
    REFUSED,
    /** 申诉中 */
    APPEALED,
    /** 维持不认定 */
    UPHELD,
    /** 本人谢绝 */
    DECLINED,
    /** 无人确认 */
    EXPIRED,
    /** 已撤回 */
    WITHDRAWN
}
