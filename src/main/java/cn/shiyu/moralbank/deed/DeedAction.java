package cn.shiyu.moralbank.deed;

/** What can be done with a good deed. */
public enum DeedAction {
    /** 本人确认 */
    ACCEPT,
    /** 本人谢绝 */
    DECLINE,
    /** 过期 */
    EXPIRE,
    /** 撤回 */
    WITHDRAW,
    /** 评议 */
    VOTE,
    /** 认定 */
    APPROVE,
    /** 不认定 */
    REFUSE,
    /** 申诉 */
    APPEAL,
    /** 申诉成立 */
    GRANT_APPEAL,
    /** 维持 */
    UPHOLD
}
