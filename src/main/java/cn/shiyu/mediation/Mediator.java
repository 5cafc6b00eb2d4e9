package cn.shiyu.mediation;

import java.util.List;

/**
 * One mediator as the tenant file lists them (专家超市).
 *
 * @param login the member of staff who mediates; holds the post {@code MEDIATOR}
 * @param body code of the body they belong to, which says the kind of mediation
 * @param level code of {@link MediationSettings#levels}
 * @param since first year of practice
 * @param shelves codes of {@link MediationSettings#shelves}
 */
public record Mediator(
        String login,
        String name,
        String body,
        String level,
        int since,
        List<String> shelves,
        List<String> languages,
        String words) {

    public Mediator {
        shelves = shelves == null ? List.of() : List.copyOf(shelves);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }
}
