package cn.shiyu.onboarding;

import cn.shiyu.clock.LimitUnit;
import cn.shiyu.legal.LegalSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Section {@code legal}, which a city may leave out: the limit, fields, languages, and who advises where. */
final class LegalCheck implements SectionCheck {

    private static final String CODE = "[a-z][a-z0-9-]{1,39}";

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(LegalSettings.SECTION)) {
            return;
        }
        Entry legal = file.section(LegalSettings.SECTION);
        if (legal.has("answer")) {
            legal.child("answer").number("amount", 1, 60);
            legal.child("answer").oneOf("unit", LimitUnit.class);
        }
        Set<String> fields = codes(legal, "fields");
        Set<String> languages = codes(legal, "languages");
        List<Entry> advisors = legal.entries("advisors", "login");
        SectionCheck.unique(advisors, "login");
        advisors.forEach(advisor -> advisor(file, advisor, fields, languages));
    }

    private static Set<String> codes(Entry legal, String list) {
        List<Entry> entries = legal.entries(list, "code");
        SectionCheck.unique(entries, "code");
        entries.forEach(entry -> entry.text("name"));
        return entries.stream().map(entry -> entry.text("code", CODE, "contract")).collect(Collectors.toSet());
    }

    private static void advisor(TenantFile file, Entry advisor, Set<String> fields, Set<String> languages) {
        String login = advisor.text("login");
        if (!login.isEmpty() && !file.logins().contains(login)) {
            advisor.fault("login", "staff 里没有“" + login + "”");
        }
        advisor.text("name");
        advisor.text("firm");
        advisor.text("licence");
        known(advisor, "regions", file.regions(), "不是本市的区划代码");
        known(advisor, "fields", fields, "不在 fields 里");
        known(advisor, "languages", languages, "不在 languages 里");
    }

    private static void known(Entry advisor, String list, Set<String> codes, String fault) {
        List<String> named = advisor.texts(list);
        if (named.isEmpty()) {
            advisor.fault(list, "至少要有一个");
        }
        named.stream().filter(code -> !codes.contains(code)).forEach(code -> advisor.fault(list, "“" + code + "”" + fault));
    }
}
