package cn.shiyu.legal;

/** What can be done to a consultation. */
enum ConsultationAction {
    /** 追问 */
    ASK_ON,
    /** 解答 */
    ANSWER,
    /** 办结 with an outcome */
    CONCLUDE,
    /** 撤回: nothing more is wanted */
    WITHDRAW,
    /** 转交: to another advisor, for a conflict of interest or another reason */
    HAND_OVER,
    /** 逾期转团队: the township's team may answer */
    ESCALATE,
    /** 转为诉求: the centre follows it up as a case */
    FILE_CASE,
    /** 评价 */
    RATE
}
