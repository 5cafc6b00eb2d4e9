package cn.shiyu.agreement;

/** The two who sign. */
public enum AgreementSide {
    APPLICANT,
    RESPONDENT;

    public AgreementSide other() {
        return this == APPLICANT ? RESPONDENT : APPLICANT;
    }
}
