package cn.shiyu.assessment.exclusion;

/** Why an event should not count. */
public enum ExclusionReason {
    /** 不可抗力 */
    FORCE_MAJEURE,
    /** 派遣错误 */
    WRONG_DISPATCH,
    /** 重复件 */
    DUPLICATE,
    /** 恶意评价 */
    MALICIOUS,
    /** 其他 */
    OTHER
}
