package cn.shiyu.onboarding;

import cn.shiyu.booking.Bookable;
import cn.shiyu.clock.LimitUnit;
import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.Provider;
import cn.shiyu.counselling.Way;
import cn.shiyu.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Section {@code counselling}, which a city may leave out: limits, numbers, who offers it, who counsels, and where they are booked. */
final class CounsellingCheck implements SectionCheck {

    private static final String CODE = "[a-z][a-z0-9-]{1,39}";

    @Override
    public void check(TenantFile file) {
        if (!file.city().sections().contains(CounsellingSettings.SECTION)) {
            return;
        }
        Entry counselling = file.section(CounsellingSettings.SECTION);
        limit(counselling, "answer");
        limit(counselling, "remind");
        counselling.entries("hotlines", "name").forEach(CounsellingCheck::hotline);
        counselling.texts("dangerWords").stream()
                .filter(word -> word.replaceAll("[^\\p{L}\\p{N}]", "").length() < 2)
                .forEach(word -> counselling.fault("dangerWords", "“" + word + "”太短，至少两个字"));
        Set<String> providers = codes(counselling, "providers");
        counselling.entries("providers", "code").forEach(one -> one.oneOf("kind", Provider.Kind.class));
        Set<String> fields = codes(counselling, "fields");
        Set<String> languages = codes(counselling, "languages");
        List<Entry> counsellors = counselling.entries("counsellors", "login");
        SectionCheck.unique(counsellors, "login");
        counsellors.forEach(one -> counsellor(file, one, providers, fields, languages));
    }

    private static void limit(Entry counselling, String name) {
        if (counselling.has(name)) {
            counselling.child(name).number("amount", 1, 60);
            counselling.child(name).oneOf("unit", LimitUnit.class);
        }
    }

    private static void hotline(Entry hotline) {
        hotline.text("name");
        hotline.text("number", "[0-9-]{3,20}", "0558-4810000");
    }

    private static Set<String> codes(Entry counselling, String list) {
        List<Entry> entries = counselling.entries(list, "code");
        SectionCheck.unique(entries, "code");
        entries.forEach(entry -> entry.text("name"));
        return entries.stream().map(entry -> entry.text("code", CODE, "family")).collect(Collectors.toSet());
    }

    private static void counsellor(
            TenantFile file, Entry one, Set<String> providers, Set<String> fields, Set<String> languages) {
        String login = one.text("login");
        if (!login.isEmpty() && !counsels(file, login)) {
            one.fault("login", "staff 里没有“" + login + "”，或没有 COUNSELLOR 岗位");
        }
        one.text("name");
        String provider = one.text("provider");
        if (!provider.isEmpty() && !providers.contains(provider)) {
            one.fault("provider", "“" + provider + "”不在 providers 里");
        }
        known(one, "fields", fields);
        known(one, "languages", languages);
        List<String> ways = one.texts("ways");
        ways.forEach(way -> one.choice("ways", way, Way.class));
        boolean talks = ways.stream().anyMatch(way -> !way.equals(Way.WRITTEN.name()));
        if (talks || one.has("bookable")) {
            bookable(file, one);
        }
        if (ways.isEmpty()) {
            one.fault("ways", "至少要有一个");
        }
    }

    private static boolean counsels(TenantFile file, String login) {
        return file.list("staff", "login").stream()
                .filter(member -> member.optional("login").filter(login::equals).isPresent())
                .flatMap(member -> member.entries("posts").stream())
                .anyMatch(post -> post.optional("role").filter(Role.COUNSELLOR.name()::equals).isPresent());
    }

    /** Only bookings of this kind are hidden from everybody else at the unit. */
    private static void bookable(TenantFile file, Entry one) {
        String code = one.text("bookable");
        boolean theirs = file.section("booking").entries("bookables", "code").stream()
                .filter(bookable -> bookable.optional("code").filter(code::equals).isPresent())
                .filter(bookable -> bookable.optional("kind").filter(Bookable.CONFIDENTIAL::equals).isPresent())
                .anyMatch(bookable -> bookable.optional("login").equals(one.optional("login")));
        if (!code.isEmpty() && !theirs) {
            one.fault("bookable", "booking 的 bookables 里没有“" + code + "”，或 kind 不是 " + Bookable.CONFIDENTIAL + "，或 login 不是本人");
        }
    }

    private static void known(Entry one, String list, Set<String> codes) {
        List<String> named = one.texts(list);
        if (named.isEmpty()) {
            one.fault(list, "至少要有一个");
        }
        named.stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> one.fault(list, "“" + code + "”不在 counselling 的 " + list + " 里"));
    }
}
