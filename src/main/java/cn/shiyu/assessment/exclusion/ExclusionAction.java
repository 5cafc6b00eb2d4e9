package cn.shiyu.assessment.exclusion;

/** What happens to an application. */
public enum ExclusionAction {
    /** 同意剔除 */
    GRANT,
    /** 不同意 */
    REFUSE,
    /** 撤回 */
    WITHDRAW
}
