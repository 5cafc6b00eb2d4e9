package cn.shiyu.agreement;

import static cn.shiyu.agreement.AgreementAction.*;
import static cn.shiyu.agreement.AgreementStanding.*;
import static cn.shiyu.agreement.AgreementStatus.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The agreement's state machine as one table. Printed into docs/agreement-states.md; tested for every triple. */
final class AgreementTransitions {

    private static final Set<AgreementStanding> PARTIES = Set.of(APPLICANT, RESPONDENT);

    static final List<AgreementTransition> TABLE = List.of(
            row(WRITE, Set.of(DRAFT), null, Set.of(MEDIATOR), null),
            row(PROPOSE, Set.of(DRAFT), PROPOSED, Set.of(MEDIATOR), "with all that 人民调解法 art. 29 wants"),
            row(TAKE_BACK, Set.of(PROPOSED), DRAFT, Set.of(MEDIATOR), "signatures given are void"),
            row(OBJECT, Set.of(PROPOSED), DRAFT, PARTIES, "signatures given are void"),
            row(SIGN, Set.of(PROPOSED), null, PARTIES, "one-time code and signature"),
            row(COME_INTO_FORCE, Set.of(PROPOSED), IN_FORCE, Set.of(SYSTEM), "both have signed; frozen from then on"),
            row(REPORT, Set.of(IN_FORCE), null, PARTIES, "who owes it says it is done"),
            row(ACKNOWLEDGE, Set.of(IN_FORCE), null, PARTIES, "to whom it is owed says so too"),
            row(DENY, Set.of(IN_FORCE), null, PARTIES, null),
            row(FULFIL, Set.of(IN_FORCE), FULFILLED, Set.of(SYSTEM), "every duty is acknowledged"),
            row(BREAK, Set.of(IN_FORCE), BROKEN, Set.of(MEDIATOR), "only with a duty that is late"),
            row(WANT_CONFIRMATION, Set.of(IN_FORCE), null, PARTIES, "both, within 30 days (人民调解法 art. 33)"),
            row(SUBMIT, Set.of(IN_FORCE, FULFILLED, BROKEN), null, Set.of(MEDIATOR), "once both want it, handed in in time"),
            row(RULE, Set.of(IN_FORCE, FULFILLED, BROKEN), null, Set.of(MEDIATOR), "what the court said"),
            row(ABANDON, Set.of(DRAFT, PROPOSED), ABANDONED, Set.of(SYSTEM), "what it was to end went on otherwise"));

    private AgreementTransitions() {}

    static Optional<AgreementTransition> of(AgreementAction action, AgreementStatus from, AgreementStanding by) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(from) && row.by().contains(by))
                .findFirst();
    }

    /** @throws cn.shiyu.platform.problem.Refusal 409 when the table has no such edge, 403 when it is not this one's */
    static AgreementStatus after(AgreementAction action, AgreementStatus from, AgreementStanding by) {
        boolean somebodys = TABLE.stream().anyMatch(row -> row.action() == action && row.from().contains(from));
        if (!somebodys) {
            throw AgreementRefusals.notNow(from);
        }
        return of(action, from, by).orElseThrow(AgreementRefusals::notYours).from(from);
    }

    static boolean may(AgreementAction action, AgreementStatus from, AgreementStanding by) {
        return of(action, from, by).isPresent();
    }

    private static AgreementTransition row(
            AgreementAction action, Set<AgreementStatus> from, AgreementStatus to, Set<AgreementStanding> by, String rule) {
        return new AgreementTransition(action, from, to, by, rule);
    }
}
