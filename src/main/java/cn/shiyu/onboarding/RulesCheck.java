package cn.shiyu.onboarding;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/** The city's numbers and its demonstration: {@code rules}, {@code assessment}, {@code demo}. */
final class RulesCheck implements SectionCheck {

    private static final double EXACT_ENOUGH = 1e-9;

    @Override
    public void check(TenantFile file) {
        rules(file.section("rules"));
        assessment(file.section("assessment"));
        if (file.city().sections().contains("demo")) {
            demo(file);
        }
    }

    private static void rules(Entry rules) {
        rules.child("extension").number("most", 0, 10);
        rules.child("returns").number("withinWorkingDays", 1, 30);
        rules.child("returns").number("most", 0, 10);
        rules.child("rating").number("withinDays", 1, 365);
        rules.child("reopen").number("withinDays", 1, 365);
        rules.child("uploads").number("photos", 0, 50);
        rules.child("uploads").number("photoMegabytes", 1, 100);
    }

    private static void assessment(Entry assessment) {
        Entry weights = assessment.child("weights");
        double sum = weights.number("response", 0, 1)
                + weights.number("solution", 0, 1)
                + weights.number("satisfaction", 0, 1);
        if (Math.abs(sum - 1) > EXACT_ENOUGH) {
            weights.fault("三项权重之和应为 1");
        }
        assessment.number("basicallySatisfied", 0, 1);
        assessment.oneOf("weekStarts", DayOfWeek.class);
        assessment.number("monthStartsOnDay", 1, 28);
        if (assessment.has("dayBegins")) {
            assessment.text("dayBegins", "([01]\\d|2[0-3]):[0-5]\\d", "12:00");
        }
        if (assessment.has("sealAfterDays")) {
            assessment.number("sealAfterDays", 0, 27);
        }
        assessment.text("source");
    }

    /** Residents and staff sign in to one realm: a name is one person. */
    private static void demo(TenantFile file) {
        Entry demo = file.section("demo");
        demo.text("password");
        List<Entry> residents = demo.entries("residents", "login");
        SectionCheck.unique(residents, "login");
        Set<String> staff = file.logins();
        residents.forEach(resident -> resident.text("name"));
        residents.stream()
                .filter(resident -> staff.contains(resident.text("login")))
                .forEach(resident -> resident.fault("login", "与工作人员的登录名相同"));
    }
}
