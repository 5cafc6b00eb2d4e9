package cn.shiyu.mediation;

/** The two parties. */
public enum Side {
    /** 申请人 */
    APPLICANT,
    /** 被申请人 */
    RESPONDENT;

    public Side other() {
        return this == APPLICANT ? RESPONDENT : APPLICANT;
    }
}
