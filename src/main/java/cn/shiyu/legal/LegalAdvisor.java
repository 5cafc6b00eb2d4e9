package cn.shiyu.legal;

import java.util.List;

/**
 * One legal advisor as the tenant file lists them (一村一顾问).
 *
 * @param login the staff member who answers; holds the post {@code LEGAL_ADVISOR}
 * @param licence number of the practice certificate (执业证号), shown to residents
 * @param regions codes of what they serve: villages of their own, townships as a team, the city's root for everybody
 * @param fields codes of {@link LegalSettings#fields}
 * @param languages codes of {@link LegalSettings#languages}
 */
public record LegalAdvisor(
        String login,
        String name,
        String firm,
        String licence,
        String words,
        List<String> regions,
        List<String> fields,
        List<String> languages) {

    public LegalAdvisor {
        regions = regions == null ? List.of() : List.copyOf(regions);
        fields = fields == null ? List.of() : List.copyOf(fields);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }
}
