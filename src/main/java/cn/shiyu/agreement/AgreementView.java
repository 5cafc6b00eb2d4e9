package cn.shiyu.agreement;

import cn.shiyu.law.ArticleRef;
import cn.shiyu.platform.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An agreement as one of the three may see it.
 *
 * @param laws articles to be read beside it
 * @param sm3 of the frozen paper, in hex; null before
 * @param acts what the one who looks may do now
 * @param today in the city
 */
public record AgreementView(
        UUID id,
        String number,
        String kind,
        AgreementStatus status,
        AgreementStanding standing,
        String subjectType,
        UUID subject,
        String mediator,
        String body,
        String facts,
        String terms,
        List<Party> parties,
        List<Duty> duties,
        List<Law> laws,
        Instant inForceAt,
        String sm3,
        Confirmation confirmation,
        Instant confirmDue,
        String court,
        String ruling,
        List<String> acts,
        LocalDate today) {

    /** @param phone masked for the other side @param own whether it is the one who looks */
    public record Party(AgreementSide side, String name, String phone, Instant signedAt, boolean wantsConfirmation, boolean own) {}

    /** An article as people name it. */
    public record Law(String name, ArticleRef ref) {}

    /** @param act name of an action: SIGN */
    public boolean may(String act) {
        return acts.contains(act);
    }

    public boolean isParty() {
        return standing.side() != null;
    }

    public Party own() {
        return parties.stream().filter(Party::own).findFirst().orElse(null);
    }

    /** Whether this side owes it. */
    public boolean owes(Duty duty) {
        return duty.debtor() == standing.side();
    }

    public String address() {
        return (isParty() ? "/agreements/" : "/console/agreements/") + id;
    }

    /** Where it is laid before both. */
    public String proposing() {
        return address() + "/proposal";
    }

    /** How far a court's confirmation is, in words. */
    public String confirmationWords() {
        Object filled = confirmation == Confirmation.SUBMITTED ? court : ruling;
        return Messages.get("agreement.confirmation." + confirmation, filled);
    }

    /** Where it came of. */
    public String back() {
        return (isParty() ? "/mediations/" : "/console/mediation/") + subject;
    }
}
