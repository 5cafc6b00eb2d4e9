package cn.shiyu.assessment.exclusion;

/** Where an application stands. Only what is granted is left out. */
public enum ExclusionState {
    /** 待审核 */
    OPEN,
    /** 已剔除 */
    GRANTED,
    /** 未通过 */
    REFUSED,
    /** 已撤回 */
    WITHDRAWN
}
