package cn.shiyu.legal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A consultation as the one who looks may see it.
 *
 * @param shownName of who asked; null when they asked without a name
 * @param region code of {@code place}
 * @param caseNumber of the case that it became, or null; for the person alone
 * @param acts what the one who looks may do now
 * @param messages empty in lists
 */
public record ConsultationView(
        UUID id,
        String title,
        String field,
        String region,
        String place,
        String shownName,
        String advisorLogin,
        String advisorName,
        ConsultationStatus status,
        boolean escalated,
        boolean conflict,
        Outcome outcome,
        Instant dueAt,
        Instant askedAt,
        String rating,
        String caseNumber,
        List<String> acts,
        List<Message> messages) {

    /** @param by name of the advisor, null when it is the person who asked */
    public record Message(String by, String words, Instant at, List<Cited> laws) {}

    /** An article the message cites, as it read when that was written. @param href of its page */
    public record Cited(String name, String href, String text) {}

    /** @param act name of an action: ANSWER */
    public boolean may(String act) {
        return acts.contains(act);
    }
}
