package cn.shiyu.onboarding;

import cn.shiyu.casework.CaseKind;
import cn.shiyu.casework.Grade;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the city takes in and may answer: {@code kinds}, {@code grades}, {@code refusalReasons}, {@code returnReasons}. */
final class OfferCheck implements SectionCheck {

    @Override
    public void check(TenantFile file) {
        List<Entry> kinds = named(file, "kinds");
        kinds.forEach(kind -> kind.oneOf("code", CaseKind.class));
        kinds.forEach(kind -> kind.text("hint"));
        grades(file);
        named(file, "refusalReasons").forEach(OfferCheck::refusal);
        named(file, "returnReasons");
    }

    private static List<Entry> named(TenantFile file, String section) {
        List<Entry> entries = file.list(section, "code");
        entries.forEach(entry -> entry.text("code"));
        entries.forEach(entry -> entry.text("name"));
        SectionCheck.unique(entries, "code");
        if (entries.isEmpty()) {
            file.faults().add(section, "至少要有一项");
        }
        return entries;
    }

    /** All grades, in any order: cases of each exist as soon as one category starts with it. */
    private static void grades(TenantFile file) {
        named(file, "grades").forEach(grade -> grade.oneOf("code", Grade.class));
        Set<String> present = file.codesOf("grades");
        Arrays.stream(Grade.values())
                .filter(grade -> !present.contains(grade.name()))
                .forEach(grade -> file.faults().add("grades", "缺少 " + grade));
    }

    /** 信访工作条例 art. 23: whoever is refused is told on what ground and who is competent. */
    private static void refusal(Entry reason) {
        reason.text("basis");
        reason.text("pointTo");
    }
}
