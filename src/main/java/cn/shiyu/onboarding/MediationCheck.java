package cn.shiyu.onboarding;

import cn.shiyu.clock.LimitUnit;
import cn.shiyu.mediation.MediationKind;
import cn.shiyu.mediation.MediationSettings;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Section {@code mediation}, which a city may leave out: limits, shelves, levels, bodies, and who mediates. */
final class MediationCheck implements SectionCheck {

    private static final String CODE = "[a-z][a-z0-9-]{1,39}";
    private static final int FIRST_YEAR = 1950;

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(MediationSettings.SECTION)) {
            return;
        }
        Entry mediation = file.section(MediationSettings.SECTION);
        List.of("choose", "take", "whole").forEach(limit -> limit(mediation, limit));
        if (mediation.has("video") && !mediation.text("video").startsWith("https://")) {
            mediation.fault("video", "要以 https:// 开头");
        }
        Set<String> shelves = codes(mediation, "shelves");
        Set<String> languages = codes(mediation, "languages");
        Set<String> levels = codes(mediation, "levels");
        Set<String> bodies = codes(mediation, "bodies");
        mediation.entries("bodies", "code").forEach(body -> body.oneOf("kind", MediationKind.class));
        List<Entry> mediators = mediation.entries("mediators", "login");
        SectionCheck.unique(mediators, "login");
        mediators.forEach(mediator -> mediator(file, mediator, shelves, languages, levels, bodies));
    }

    private static void limit(Entry mediation, String limit) {
        if (mediation.has(limit)) {
            mediation.child(limit).number("amount", 1, 365);
            mediation.child(limit).oneOf("unit", LimitUnit.class);
        }
    }

    private static Set<String> codes(Entry mediation, String list) {
        List<Entry> entries = mediation.entries(list, "code");
        SectionCheck.unique(entries, "code");
        entries.forEach(entry -> entry.text("name"));
        return entries.stream().map(entry -> entry.text("code", CODE, "neighbours")).collect(Collectors.toSet());
    }

    private static void mediator(
            TenantFile file,
            Entry mediator,
            Set<String> shelves,
            Set<String> languages,
            Set<String> levels,
            Set<String> bodies) {
        String login = mediator.text("login");
        if (!login.isEmpty() && !file.logins().contains(login)) {
            mediator.fault("login", "staff 里没有“" + login + "”");
        }
        mediator.text("name");
        mediator.number("since", FIRST_YEAR, Year.now().getValue());
        one(mediator, "body", bodies, "bodies");
        one(mediator, "level", levels, "levels");
        known(mediator, "shelves", shelves);
        known(mediator, "languages", languages);
    }

    private static void one(Entry mediator, String field, Set<String> codes, String list) {
        String code = mediator.text(field);
        if (!code.isEmpty() && !codes.contains(code)) {
            mediator.fault(field, "“" + code + "”不在 " + list + " 里");
        }
    }

    private static void known(Entry mediator, String list, Set<String> codes) {
        List<String> named = mediator.texts(list);
        if (named.isEmpty()) {
            mediator.fault(list, "至少要有一个");
        }
        named.stream().filter(code -> !codes.contains(code)).forEach(code ->
                mediator.fault(list, "“" + code + "”不在 " + list + " 里"));
    }
}
