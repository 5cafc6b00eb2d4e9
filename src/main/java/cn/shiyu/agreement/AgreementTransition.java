package cn.shiyu.agreement;

import java.util.Set;

/** One row of the table. @param to null where it stays @param rule what the edge means, or null */
record AgreementTransition(
        AgreementAction action, Set<AgreementStatus> from, AgreementStatus to, Set<AgreementStanding> by, String rule) {

    AgreementStatus from(AgreementStatus status) {
        return to == null ? status : to;
    }
}
