package cn.shiyu.onboarding;

import cn.shiyu.casework.CaseKind;
import cn.shiyu.clock.LimitUnit;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Section {@code volunteering}, which a city may leave out: kinds that the bank's rules know, minutes round an activity, limits of deeds. */
final class VolunteeringCheck implements SectionCheck {

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(VolunteeringSettings.SECTION)) {
            return;
        }
        Entry volunteering = file.section(VolunteeringSettings.SECTION);
        number(volunteering, "checkInEarly", 0, 240);
        number(volunteering, "checkOutLate", 0, 240);
        number(volunteering, "deedsADay", 1, 50);
        limit(volunteering, "claim");
        limit(volunteering, "appeal");
        Set<String> known = known(file);
        List.of("activities", "deeds").forEach(list -> kinds(volunteering, list, known));
        List<Entry> reports = volunteering.entries("reports", "code");
        SectionCheck.unique(reports, "caseKind");
        reports.forEach(one -> {
            one.oneOf("caseKind", CaseKind.class);
            kind(one, known);
        });
    }

    private static void number(Entry volunteering, String name, int from, int to) {
        if (volunteering.has(name)) {
            volunteering.number(name, from, to);
        }
    }

    private static void limit(Entry volunteering, String name) {
        if (volunteering.has(name)) {
            volunteering.child(name).number("amount", 1, 90);
            volunteering.child(name).oneOf("unit", LimitUnit.class);
        }
    }

    private static Set<String> known(TenantFile file) {
        return file.section(BankSettings.SECTION).child("rules").entries("kinds", "code").stream()
                .flatMap(kind -> kind.optional("code").stream())
                .collect(Collectors.toSet());
    }

    private static void kinds(Entry volunteering, String list, Set<String> known) {
        List<Entry> kinds = volunteering.entries(list, "code");
        SectionCheck.unique(kinds, "code");
        kinds.forEach(one -> kind(one, known));
    }

    private static void kind(Entry one, Set<String> known) {
        one.text("name");
        String code = one.text("code");
        if (!code.isEmpty() && !known.contains(code)) {
            one.fault("code", "“" + code + "”不在 moralbank 的 rules 的 kinds 里");
        }
    }
}
