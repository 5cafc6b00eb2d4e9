package cn.shiyu.mediation;

import static cn.shiyu.mediation.MediationAction.*;
import static cn.shiyu.mediation.MediationStanding.*;
import static cn.shiyu.mediation.MediationStatus.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The mediation's state machine as one table. Printed into docs/mediation-states.md; tested for every pair. */
final class MediationTransitions {

    private static final Set<MediationStanding> PARTIES = Set.of(APPLICANT, RESPONDENT);
    private static final Set<MediationStanding> ALL = Set.of(APPLICANT, RESPONDENT, MEDIATOR);
    private static final Set<MediationStatus> UNDER_WAY = Set.of(MATCHED, MEDIATING, PAUSED, HANDING_OVER);
    private static final Set<MediationStatus> ENDED = Set.of(AGREED, FULFILLED, BROKEN, FAILED);

    static final List<MediationTransition> TABLE = List.of(
            row(INVITE_AGAIN, Set.of(RESPONDENT_CHOOSES), null, Set.of(APPLICANT), "the old link no longer works"),
            row(CHOOSE, Set.of(RESPONDENT_CHOOSES), MATCHED, Set.of(RESPONDENT), "one of those the applicant proposed"),
            row(CHOOSE, Set.of(APPLICANT_CHOOSES), MATCHED, Set.of(APPLICANT), "one of those the respondent proposed"),
            row(PROPOSE, Set.of(RESPONDENT_CHOOSES), APPLICANT_CHOOSES, Set.of(RESPONDENT), "up to three others, in order"),
            row(PROPOSE, Set.of(APPLICANT_CHOOSES), RESPONDENT_CHOOSES, Set.of(APPLICANT), "up to three others, in order"),
            row(DECLINE, Set.of(RESPONDENT_CHOOSES), DECLINED, Set.of(RESPONDENT), "mediation is voluntary (人民调解法 art. 3)"),
            row(EXPIRE, Set.of(RESPONDENT_CHOOSES), DECLINED, Set.of(SYSTEM), "no answer within the limit"),
            row(EXPIRE, Set.of(APPLICANT_CHOOSES), WITHDRAWN, Set.of(SYSTEM), "no answer within the limit"),
            row(EXPIRE, Set.of(MATCHED), APPLICANT_CHOOSES, Set.of(SYSTEM), "the mediator did not answer; the parties choose again"),
            row(WITHDRAW, Set.of(RESPONDENT_CHOOSES, APPLICANT_CHOOSES), WITHDRAWN, Set.of(APPLICANT), null),
            row(WITHDRAW, UNDER_WAY, WITHDRAWN, PARTIES, "either may end it (人民调解法 art. 23)"),
            row(TAKE, Set.of(MATCHED), MEDIATING, Set.of(MEDIATOR), "declares to be bound to neither side"),
            row(RECUSE, UNDER_WAY, APPLICANT_CHOOSES, Set.of(MEDIATOR), "the parties choose again, nothing is told twice"),
            row(ASK_RECUSAL, UNDER_WAY, APPLICANT_CHOOSES, PARTIES, "nobody has to accept a mediator"),
            row(SPEAK, UNDER_WAY, null, ALL, "for all, or one side with the mediator alone"),
            row(SHOW_EVIDENCE, UNDER_WAY, null, PARTIES, null),
            row(SCHEDULE, Set.of(MEDIATING), null, Set.of(MEDIATOR), "a time of the mediator's rota"),
            row(ANSWER_SESSION, UNDER_WAY, null, PARTIES, null),
            row(KEEP_MINUTES, Set.of(MEDIATING, PAUSED), null, Set.of(MEDIATOR), null),
            row(PAUSE, Set.of(MEDIATING), PAUSED, Set.of(MEDIATOR), "the limit stands still"),
            row(RESUME, Set.of(PAUSED), MEDIATING, Set.of(MEDIATOR), "the limit moves on by as long as it was paused"),
            row(OFFER_HAND_OVER, Set.of(MEDIATING), HANDING_OVER, Set.of(MEDIATOR), "to a mediator of another body or kind (三调联动)"),
            row(CONSENT, Set.of(HANDING_OVER), null, PARTIES, null),
            row(REFUSE_HAND_OVER, Set.of(HANDING_OVER), MEDIATING, Set.of(APPLICANT, RESPONDENT, MEDIATOR), "the mediator takes the offer back"),
            row(HAND_OVER, Set.of(HANDING_OVER), MATCHED, Set.of(SYSTEM), "both have consented; everything goes along"),
            row(DRAFT, Set.of(MEDIATING), null, Set.of(MEDIATOR), null),
            row(AGREE, Set.of(MEDIATING), AGREED, Set.of(SYSTEM), "the agreement is in force"),
            row(FAIL, Set.of(MEDIATING, PAUSED), FAILED, Set.of(MEDIATOR), "the dossier goes on to arbitration or court (诉调对接)"),
            row(FULFIL, Set.of(AGREED), FULFILLED, Set.of(SYSTEM), "every duty of the agreement is done"),
            row(BREAK, Set.of(AGREED), BROKEN, Set.of(SYSTEM), null),
            row(RATE, ENDED, null, PARTIES, "once, and changed once"),
            row(FOLLOW_UP, ENDED, null, Set.of(MEDIATOR), null));

    private MediationTransitions() {}

    static Optional<MediationTransition> of(MediationAction action, MediationStatus from, MediationStanding by) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(from) && row.by().contains(by))
                .findFirst();
    }

    /** @throws cn.shiyu.platform.problem.Refusal 409 when the table has no such edge, 403 when it is not this one's */
    static MediationStatus after(MediationAction action, MediationStatus from, MediationStanding by) {
        boolean somebodys = TABLE.stream().anyMatch(row -> row.action() == action && row.from().contains(from));
        if (!somebodys) {
            throw MediationRefusals.notNow(from);
        }
        return of(action, from, by).orElseThrow(MediationRefusals::notYours).from(from);
    }

    static boolean may(MediationAction action, MediationStatus from, MediationStanding by) {
        return of(action, from, by).isPresent();
    }

    private static MediationTransition row(
            MediationAction action,
            Set<MediationStatus> from,
            MediationStatus to,
            Set<MediationStanding> by,
            String rule) {
        return new MediationTransition(action, from, to, by, rule);
    }
}
