package cn.shiyu.casework;

import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What this city takes in and how it names it: sections {@code kinds}, {@code grades}, {@code refusalReasons}, {@code returnReasons}. */
public record CaseOffer(List<Kind> kinds, List<Named> grades, List<Reason> refusalReasons, List<Named> returnReasons) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Kind(CaseKind code, String name, String hint) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Named(String code, String name) {}

    /** @param basis the lawful ground @param pointTo who is competent */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reason(String code, String name, String basis, String pointTo) {}

    public static CaseOffer of(City city) {
        return new CaseOffer(
                List.of(city.section("kinds", Kind[].class)),
                List.of(city.section("grades", Named[].class)),
                List.of(city.section("refusalReasons", Reason[].class)),
                List.of(city.section("returnReasons", Named[].class)));
    }

    public Optional<Kind> kind(String code) {
        return kinds.stream().filter(kind -> kind.code().name().equals(code)).findFirst();
    }

    public Optional<Reason> refusal(String code) {
        return refusalReasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    public String gradeName(String code) {
        return grades.stream().filter(grade -> grade.code().equals(code)).map(Named::name).findFirst().orElse(code);
    }

    static Optional<Grade> grade(String code) {
        return Arrays.stream(Grade.values()).filter(grade -> grade.name().equals(code)).findFirst();
    }
}
