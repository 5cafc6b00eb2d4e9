package cn.shiyu.onboarding;

import cn.shiyu.assessment.index.Formulas;
import cn.shiyu.assessment.index.Indicator;
import cn.shiyu.organisation.UnitKind;
import java.util.List;
import java.util.Optional;

/** {@code assessment.index}, which a city may leave out: versions of its index system. Each formula is compiled. */
final class IndexCheck implements SectionCheck {

    private static final String CODE = "[a-z][a-z0-9-]{0,39}";
    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    @Override
    public void check(TenantFile file) {
        List<Entry> versions = file.section("assessment").entries("index", "version");
        SectionCheck.unique(versions, "version");
        SectionCheck.unique(versions, "from");
        versions.forEach(version -> version(file, version));
    }

    private static void version(TenantFile file, Entry version) {
        version.text("version", "[A-Za-z0-9.-]{1,20}", "2026-1");
        version.text("from", MONTH, "2026-01");
        version.text("source");
        if (version.has("few")) {
            version.number("few", 1, 1000);
        }
        List<Entry> groups = version.entries("groups", "code");
        SectionCheck.unique(groups, "code");
        groups.forEach(group -> group(file, group));
        List<Entry> indicators = version.entries("indicators", "code");
        SectionCheck.unique(indicators, "code");
        if (indicators.isEmpty()) {
            version.fault("indicators", "至少要有一个指标");
        }
        indicators.forEach(IndexCheck::indicator);
    }

    private static void group(TenantFile file, Entry group) {
        group.text("code", CODE, "townships");
        group.text("name");
        Optional<String> kind = group.optional("kind");
        kind.ifPresent(named -> group.choice("kind", named, UnitKind.class));
        if (kind.isEmpty() && group.texts("units").isEmpty()) {
            group.fault("应写 kind 或 units");
        }
        group.texts("units").stream()
                .filter(unit -> !file.isTerritorial(unit) && !file.isDepartment(unit))
                .forEach(unit -> group.fault("units", "没有代码为“" + unit + "”的承办单位"));
    }

    private static void indicator(Entry indicator) {
        indicator.number("weight", 0.01, 1000);
        Indicator written = new Indicator(
                indicator.text("code", CODE, "solution"), indicator.text("name"), 1, indicator.text("good"), indicator.text("of"),
                indicator.optional("score").orElse(null));
        try {
            Formulas formulas = new Formulas(written);
            rising(indicator, formulas);
            bounded(indicator, formulas);
        } catch (IllegalArgumentException wrong) {
            indicator.fault("公式不对（数都写成 1.0 这样）：" + wrong.getMessage());
        }
    }

    /** More answered than were called: residents rate of their own accord. A share of that must stay a share. */
    private static void bounded(Entry indicator, Formulas formulas) {
        try {
            CountsThatMayBe.each(formulas::share);
        } catch (IllegalStateException wrong) {
            indicator.fault("good", wrong.getMessage());
        }
    }

    /** A better rate must not be worth less: intervals and ranks rely on it. */
    private static void rising(Entry indicator, Formulas formulas) {
        double before = formulas.points(0);
        for (int i = 1; i <= 100; i++) {
            double points = formulas.points(i / 100.0);
            if (points < before) {
                indicator.fault("score", "比率高了，得分反而低");
                return;
            }
            before = points;
        }
    }
}
