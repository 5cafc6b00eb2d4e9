package cn.shiyu.onboarding;

import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.award.AwardUnit;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.award.Season;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Section {@code moralbank}, which a city may leave out: what a point is worth, the first rules, and the sponsors of a demonstration. */
final class MoralBankCheck implements SectionCheck {

    private static final String CODE = "[a-z][a-z0-9]{1,19}(\\.[a-z][a-z0-9-]{1,19})?";
    private static final double MOST = 100_000;

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(BankSettings.SECTION)) {
            return;
        }
        Entry bank = file.section(BankSettings.SECTION);
        if (bank.has("fenPerPoint")) {
            bank.number("fenPerPoint", 1, MOST);
        }
        if (bank.has("teamPerMonth")) {
            bank.number("teamPerMonth", 1, MOST);
        }
        rules(bank.child("rules"));
        bank.entries("sponsors", "name").forEach(sponsor -> sponsor(file, sponsor));
    }

    private static void rules(Entry rules) {
        rules.number("totalPerDay", 1, MOST);
        rules.number("expiryMonths", 1, 120);
        rules.number("noticeDays", 1, 90);
        List<Entry> kinds = rules.entries("kinds", "code");
        if (kinds.isEmpty()) {
            rules.fault("kinds", "至少要有一类");
        }
        SectionCheck.unique(kinds, "code");
        Set<String> codes = kinds.stream().map(MoralBankCheck::kind).collect(Collectors.toSet());
        rules.entries("seasons", "name").forEach(season -> season(season, codes));
    }

    private static String kind(Entry kind) {
        kind.text("name");
        kind.number("points", 1, MOST);
        kind.oneOf("unit", AwardUnit.class);
        kind.number("perDay", 1, MOST);
        kind.number("perMonth", 1, MOST);
        kind.texts("givers").forEach(role -> kind.choice("givers", role, Role.class));
        return kind.text("code", CODE, "deed.help");
    }

    private static void season(Entry season, Set<String> codes) {
        season.text("name");
        season.number("percent", 10, 1000);
        day(season, "from");
        day(season, "to");
        season.texts("kinds").stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> season.fault("kinds", "“" + code + "”不在 kinds 里"));
    }

    private static void day(Entry season, String field) {
        String text = season.text(field);
        try {
            Season.day(text);
        } catch (DateTimeException e) {
            season.fault(field, "“" + text + "”应为月-日，如 01-20");
        }
    }

    private static void sponsor(TenantFile file, Entry sponsor) {
        sponsor.text("sponsor");
        sponsor.text("name");
        sponsor.text("paper");
        sponsor.number("yuan", 1, 100_000_000);
        String region = sponsor.text("region");
        if (!region.isEmpty() && !file.regions().contains(region)) {
            sponsor.fault("region", "“" + region + "”不是本市的区划代码");
        }
    }
}
