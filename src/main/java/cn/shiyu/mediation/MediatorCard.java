package cn.shiyu.mediation;

import java.time.Instant;
import java.util.List;

/**
 * A mediator as the supermarket shows them.
 *
 * @param years of practice, this one counted
 * @param nextSlot their next free time; null when there is none within reach
 */
public record MediatorCard(
        String login,
        String name,
        MediationKind kind,
        String body,
        String level,
        int years,
        List<String> shelves,
        List<String> languages,
        String words,
        MediatorRecord record,
        Instant nextSlot) {

    public String address() {
        return "/mediators/" + login;
    }

    /** Address of a small picture, or null. */
    public String photo() {
        return record.photo() == null ? null : "/files/" + record.photo() + "/thumb";
    }

    /** What stands where there is no picture. */
    public String initial() {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
