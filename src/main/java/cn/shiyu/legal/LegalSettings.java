package cn.shiyu.legal;

import cn.shiyu.clock.Limit;
import cn.shiyu.tenancy.City;
import java.util.List;

/**
 * Section {@code legal} of a tenant file, which a city may leave out: then it has no legal advisors.
 *
 * @param answer within which an answer is due; 3 working days without one, as for questions
 * @param fields of law, in the order in which they are offered
 */
public record LegalSettings(Limit answer, List<Named> fields, List<Named> languages, List<LegalAdvisor> advisors) {

    public static final String SECTION = "legal";

    private static final LegalSettings NONE = new LegalSettings(null, null, null, null);

    /** A code with its Chinese name. */
    public record Named(String code, String name) {}

    public LegalSettings {
        answer = answer == null ? Limit.workingDays(3) : answer;
        fields = fields == null ? List.of() : List.copyOf(fields);
        languages = languages == null ? List.of() : List.copyOf(languages);
        advisors = advisors == null ? List.of() : List.copyOf(advisors);
    }

    public static LegalSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, LegalSettings.class) : NONE;
    }

    public boolean offered() {
        return !advisors.isEmpty();
    }

    public boolean knowsField(String code) {
        return fields.stream().anyMatch(field -> field.code().equals(code));
    }

    public String fieldName(String code) {
        return name(fields, code);
    }

    public String languageName(String code) {
        return name(languages, code);
    }

    private static String name(List<Named> list, String code) {
        return list.stream().filter(one -> one.code().equals(code)).map(Named::name).findFirst().orElse(code);
    }
}
