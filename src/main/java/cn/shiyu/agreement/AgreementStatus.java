package cn.shiyu.agreement;

/** Where an agreement stands. */
public enum AgreementStatus {
    /** 草拟中 */
    DRAFT,
    /** 待签字 */
    PROPOSED,
    /** 已生效 */
    IN_FORCE,
    /** 已履行 */
    FULFILLED,
    /** 未履行 */
    BROKEN,
    /** 已作废: what it was to end went on otherwise before both had signed */
    ABANDONED;

    public boolean isSigned() {
        return this == IN_FORCE || this == FULFILLED || this == BROKEN;
    }
}
