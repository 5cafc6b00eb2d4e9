package cn.shiyu.mediation;

/** Where a mediation stands. */
public enum MediationStatus {
    /** 待对方答复: invited, or asked to choose again */
    RESPONDENT_CHOOSES(false),
    /** 待申请人选择 */
    APPLICANT_CHOOSES(false),
    /** 待调解员接受 */
    MATCHED(false),
    /** 调解中 */
    MEDIATING(false),
    /** 已中止 */
    PAUSED(false),
    /** 移交待同意 */
    HANDING_OVER(false),
    /** 已达成协议, which is being carried out */
    AGREED(true),
    /** 协议已履行 */
    FULFILLED(true),
    /** 协议未履行 */
    BROKEN(true),
    /** 调解未成 */
    FAILED(true),
    /** 已撤回: one party no longer wants it */
    WITHDRAWN(true),
    /** 对方不同意调解, or did not answer */
    DECLINED(true);

    private final boolean over;

    MediationStatus(boolean over) {
        this.over = over;
    }

    /** Whether the mediator's work at the table is over. */
    public boolean isOver() {
        return over;
    }
}
