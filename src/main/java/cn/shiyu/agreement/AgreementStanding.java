package cn.shiyu.agreement;

/** How the one who acts stands to an agreement. */
public enum AgreementStanding {
    APPLICANT,
    RESPONDENT,
    MEDIATOR,
    /** What follows by itself. */
    SYSTEM;

    /** Null for whoever is no party. */
    AgreementSide side() {
        return switch (this) {
            case APPLICANT -> AgreementSide.APPLICANT;
            case RESPONDENT -> AgreementSide.RESPONDENT;
            default -> null;
        };
    }
}
