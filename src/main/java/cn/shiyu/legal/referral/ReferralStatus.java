package cn.shiyu.legal.referral;

/** Where a dispute that was sent stands. */
public enum ReferralStatus {
    /** 待接收 */
    SENT,
    /** 已接收 */
    TAKEN,
    /** 未接收 */
    DECLINED,
    /** 已办结 */
    DONE,
    /** 已撤回 */
    WITHDRAWN
}
