package cn.shiyu.mediation;

/** What can be done to a mediation. */
public enum MediationAction {
    /** 重新邀请: another link */
    INVITE_AGAIN,
    /** 选定调解员: one of those the other side proposed */
    CHOOSE,
    /** 另提人选 */
    PROPOSE,
    /** 不同意调解 */
    DECLINE,
    /** 撤回 */
    WITHDRAW,
    /** 接受调解 by the mediator, who declares to be bound to nobody */
    TAKE,
    /** 不接受、回避 before or while mediating */
    RECUSE,
    /** 申请回避: a party no longer wants this mediator */
    ASK_RECUSAL,
    /** 陈述 */
    SPEAK,
    /** 举证 */
    SHOW_EVIDENCE,
    /** 安排调解会 */
    SCHEDULE,
    /** 答复能否到会 */
    ANSWER_SESSION,
    /** 写调解笔录 */
    KEEP_MINUTES,
    /** 中止 */
    PAUSE,
    /** 恢复 */
    RESUME,
    /** 提出移交: to a mediator of another kind */
    OFFER_HAND_OVER,
    /** 同意移交 */
    CONSENT,
    /** 不同意移交 */
    REFUSE_HAND_OVER,
    /** 移交: both have consented */
    HAND_OVER,
    /** 拟写协议 */
    DRAFT,
    /** 达成协议: both have signed */
    AGREE,
    /** 调解未成 */
    FAIL,
    /** 协议履行完毕 */
    FULFIL,
    /** 协议没有履行 */
    BREAK,
    /** 评价 */
    RATE,
    /** 回访 */
    FOLLOW_UP,
    /** 逾期未答复 */
    EXPIRE
}
