package cn.shiyu.mediation;

/** How the one who acts stands to a mediation. */
public enum MediationStanding {
    APPLICANT,
    RESPONDENT,
    /** Who has it. */
    MEDIATOR,
    /** Time, and what happens to the agreement. */
    SYSTEM;

    static MediationStanding of(Side side) {
        return side == Side.APPLICANT ? APPLICANT : RESPONDENT;
    }

    /** Null for whoever is no party. */
    Side side() {
        return switch (this) {
            case APPLICANT -> Side.APPLICANT;
            case RESPONDENT -> Side.RESPONDENT;
            default -> null;
        };
    }
}
