package cn.shiyu.mediation;

import cn.shiyu.agreement.AgreementQueries;
import cn.shiyu.agreement.AgreementStatus;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Photo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mediation as the one who looks may see it.
 *
 * @param standing of the one who looks: APPLICANT, RESPONDENT or MEDIATOR
 * @param mediator null while they choose
 * @param proposed whom the other side proposed, in order; or one's own proposal while the other chooses
 * @param applicant and {@code respondent}: phones masked for the other side; what a side tells is null before the other has joined
 * @param link of the invitation, for the applicant while it is open; null otherwise
 * @param handTo to whom it is to be handed over; null when to nobody
 * @param agreement the one there is, or null
 * @param acts what the one who looks may do now
 */
public record MediationView(
        UUID id,
        String title,
        String shelf,
        String place,
        MediationStatus status,
        MediationStanding standing,
        MediatorCard mediator,
        List<MediatorCard> proposed,
        Party applicant,
        Party respondent,
        boolean joined,
        String link,
        String caseNumber,
        Instant appliedAt,
        Instant answerDue,
        Instant dueAt,
        Instant endedAt,
        MediatorCard handTo,
        boolean handApplicant,
        boolean handRespondent,
        List<String> acts,
        List<Word> words,
        List<Shown> evidence,
        List<Meeting> meetings,
        List<Turn> turns,
        List<FollowUp> followUps,
        AgreementQueries.Brief agreement) {

    /** @param by APPLICANT, RESPONDENT or MEDIATOR @param aside the side it is with the mediator alone, or null */
    public record Word(String by, String aside, String words, Instant at) {

        /** Between whom it is, in words; null when it is for all. */
        public String between() {
            return aside == null ? null : Messages.get("mediation.asideOf." + aside);
        }
    }

    /** @param own whether the one who looks showed it */
    public record Shown(Evidence it, List<Photo> photos, List<String> sounds, boolean own) {}

    /** Who had it. @param why for the mediator alone; null for parties and while they have it */
    public record Turn(String mediator, String body, String kind, Instant from, Instant to, String why) {}

    public record FollowUp(boolean kept, String words, Instant at) {}

    /** @param act name of an action: CHOOSE */
    public boolean may(String act) {
        return acts.contains(act);
    }

    /** Of the side that looks; null for the mediator. */
    public Party own() {
        return switch (standing) {
            case APPLICANT -> applicant;
            case RESPONDENT -> respondent;
            default -> null;
        };
    }

    /** Whether the side that looks has consented to the hand-over. */
    public boolean consented() {
        return standing == MediationStanding.APPLICANT ? handApplicant : handRespondent;
    }

    public boolean isRespondent() {
        return standing == MediationStanding.RESPONDENT;
    }

    public String address() {
        return "/mediations/" + id;
    }

    /** Where other mediators are proposed. */
    public String proposing() {
        return address() + "/proposal";
    }

    /** Name of the kind it is to be handed to. */
    public String handKind() {
        return Messages.get("mediation.kind." + handTo.kind());
    }

    public String deskAddress() {
        return "/console/mediation/" + id;
    }

    /** Where the dossier is exported. */
    public String dossierAddress() {
        return (standing.side() == null ? deskAddress() : address()) + "/dossier.zip";
    }

    /** Address of the agreement for the one who looks; null while there is none for them. */
    public String agreementAddress() {
        boolean party = standing.side() != null;
        boolean shown = agreement != null && !(party && agreement.status() == AgreementStatus.DRAFT);
        return shown ? (party ? "/agreements/" : "/console/agreements/") + agreement.id() : null;
    }

    /** Meetings to come. */
    public List<Meeting> planned() {
        return meetings.stream().filter(Meeting::isPlanned).toList();
    }
}
