package cn.shiyu.onboarding;

import cn.shiyu.clock.ClockKind;
import cn.shiyu.clock.LimitUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Section {@code limits}: every limit has a unit and a source, every rule can be reached, every clock has a last rule. */
final class LimitsCheck implements SectionCheck {

    /** Ten years of days: beyond that it is a slip. */
    private static final int MOST = 3660;

    private static final Set<String> CONDITIONS = Set.of("kind", "grade", "category");

    /** 法定时限 bind only what is a petition; all other clocks run for every case. */
    private static final Set<ClockKind> FOR_ALL = EnumSet.complementOf(EnumSet.of(ClockKind.STATUTORY));

    @Override
    public void check(TenantFile file) {
        List<Entry> limits = file.list("limits", "clock");
        Map<String, Set<String>> known =
                Map.of("kind", file.codesOf("kinds"), "grade", file.codesOf("grades"), "category", categories(file));
        Set<ClockKind> closed = EnumSet.noneOf(ClockKind.class);
        for (int i = 0; i < limits.size(); i++) {
            Entry limit = limits.get(i);
            limit(
                    new Entry(
                            "limits › 第 " + (i + 1) + " 条 "
                                    + limit.optional("clock").orElse(""),
                            limit.node(),
                            file.faults()),
                    known,
                    closed);
        }
        FOR_ALL.stream().filter(clock -> !closed.contains(clock)).forEach(clock -> file.faults()
                .add("limits", clock + "（" + clock.title() + "）缺少兜底的一条：when: {}"));
    }

    private static void limit(Entry limit, Map<String, Set<String>> known, Set<ClockKind> closed) {
        limit.number("amount", 1, MOST);
        limit.oneOf("unit", LimitUnit.class);
        limit.text("source");
        if (limit.has("warnAt")) {
            limit.number("warnAt", 0.01, 1);
        }
        Entry when = limit.child("when");
        when.node().fieldNames().forEachRemaining(name -> condition(when, name, known));
        limit.oneOf("clock", ClockKind.class).ifPresent(clock -> order(limit, clock, when, closed));
    }

    private static void condition(Entry when, String name, Map<String, Set<String>> known) {
        if (!CONDITIONS.contains(name)) {
            when.fault(name, "不认识这个条件，可以是 kind、grade、category");
            return;
        }
        when.texts(name).stream()
                .filter(code -> !known.get(name).contains(code))
                .forEach(code -> when.fault(name, "本市没有“" + code + "”"));
    }

    /** The first match counts: below a rule for everything none is ever reached. */
    private static void order(Entry limit, ClockKind clock, Entry when, Set<ClockKind> closed) {
        boolean always = CONDITIONS.stream().allMatch(name -> when.texts(name).isEmpty());
        if (closed.contains(clock)) {
            limit.fault("排在同一时钟的 when: {} 之后，永远轮不到");
        } else if (always) {
            closed.add(clock);
        }
    }

    private static Set<String> categories(TenantFile file) {
        Set<String> codes = new HashSet<>();
        file.list("categories", "code").forEach(root -> collect(root, codes));
        return codes;
    }

    private static void collect(Entry node, Set<String> codes) {
        node.optional("code").ifPresent(codes::add);
        node.entries("children", "code").forEach(child -> collect(child, codes));
    }
}
