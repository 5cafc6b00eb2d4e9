package cn.shiyu.casework;

/** What can be done to a case. Which state allows it, and to whom, is one table: {@link CaseTransitions}. */
public enum CaseAction {
    /** 受理 */
    ACCEPT,
    /** 不予受理 */
    REFUSE,
    /** 分类分级 */
    CLASSIFY,
    /** 上报 to the centre above */
    ESCALATE,
    /** 派遣 */
    DISPATCH,
    /** 退单 */
    RETURN,
    /** 裁定: the centre above says who handles, finally */
    RULE_RETURN,
    /** 签收 and first contact */
    START,
    /** 处置记录 */
    LOG,
    /** 挂起, waiting for the resident */
    SUSPEND,
    /** 恢复 */
    RESUME,
    /** 申请延期 */
    REQUEST_EXTENSION,
    /** 同意延期 */
    GRANT_EXTENSION,
    /** 不同意延期 */
    DENY_EXTENSION,
    /** 办结 with the answer to the resident */
    FINISH,
    /** 回访: content, go on to rating */
    CONFIRM,
    /** 回访: not content, handled again */
    REWORK,
    /** 评价 */
    RATE,
    /** 结案 */
    CLOSE,
    /** 补充 */
    ADD_WORDS,
    /** 催办 */
    URGE,
    /** 撤回 */
    WITHDRAW,
    /** 再次提出 */
    ASK_AGAIN,
    /** 公示 a copy without personal data */
    PUBLISH,
    /** 撤下公示 */
    UNPUBLISH,
    /** Unmask the contact; leaves an event */
    VIEW_CONTACT
}
