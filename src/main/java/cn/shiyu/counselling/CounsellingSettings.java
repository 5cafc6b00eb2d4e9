package cn.shiyu.counselling;

import cn.shiyu.clock.Limit;
import cn.shiyu.tenancy.City;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code counselling} of a tenant file, which a city may leave out: then it has no counsellors.
 *
 * @param answer within which an answer is due; 2 working days without one
 * @param remind after which the counsellor is reminded; 1 working day without one
 * @param hotlines the city's own numbers, shown behind the country's
 * @param dangerWords words of danger that the city adds to the product's, as people write them there
 */
public record CounsellingSettings(
        Limit answer,
        Limit remind,
        List<Named> fields,
        List<Named> languages,
        List<Hotline> hotlines,
        List<String> dangerWords,
        List<Provider> providers,
        List<Counsellor> counsellors) {

    public static final String SECTION = "counselling";

    private static final CounsellingSettings NONE = new CounsellingSettings(null, null, null, null, null, null, null, null);

    /** A code with its Chinese name. */
    public record Named(String code, String name) {}

    public CounsellingSettings {
        answer = answer == null ? Limit.workingDays(2) : answer;
        remind = remind == null ? Limit.workingDays(1) : remind;
        fields = fields == null ? List.of() : List.copyOf(fields);
        languages = languages == null ? List.of() : List.copyOf(languages);
        hotlines = hotlines == null ? List.of() : List.copyOf(hotlines);
        dangerWords = dangerWords == null ? List.of() : List.copyOf(dangerWords);
        providers = providers == null ? List.of() : List.copyOf(providers);
        counsellors = counsellors == null ? List.of() : List.copyOf(counsellors);
    }

    public static CounsellingSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, CounsellingSettings.class) : NONE;
    }

    public boolean offered() {
        return !counsellors.isEmpty();
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

    public Optional<Provider> provider(String code) {
        return providers.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<Counsellor> counsellor(String login) {
        return counsellors.stream().filter(one -> one.login().equals(login)).findFirst();
    }

    /** Whoever is written to. */
    public Optional<Counsellor> writer(String login) {
        return counsellor(login).filter(Counsellor::writes);
    }

    private static String name(List<Named> list, String code) {
        return list.stream().filter(one -> one.code().equals(code)).map(Named::name).findFirst().orElse(code);
    }
}
