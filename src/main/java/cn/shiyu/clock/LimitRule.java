package cn.shiyu.clock;

import java.util.List;
import java.util.Objects;

/**
 * One line of a city's {@code limits}: how long, for what, and by which source.
 *
 * @param when null: always
 * @param warnAt share of the limit (0 to 1) after which the light turns yellow; null: {@value #WARN_AT}
 * @param source the rule it rests on, Chinese, shown to people
 */
public record LimitRule(ClockKind clock, When when, int amount, LimitUnit unit, Double warnAt, String source) {

    /** A quarter of the time left is enough to still act; a city may set its own. */
    static final double WARN_AT = 0.75;

    /** Each list names what matches; null or empty: anything. Categories match with everything below them. */
    public record When(List<String> kind, List<String> grade, List<String> category) {

        static final When ALWAYS = new When(null, null, null);

        public When {
            kind = kind == null ? List.of() : List.copyOf(kind);
            grade = grade == null ? List.of() : List.copyOf(grade);
            category = category == null ? List.of() : List.copyOf(category);
        }

        boolean matches(ClockFacts facts) {
            return any(kind, facts.kind()) && any(grade, facts.grade()) && anyAbove(facts.category());
        }

        private static boolean any(List<String> wanted, String fact) {
            return wanted.isEmpty() || (fact != null && wanted.contains(fact));
        }

        private boolean anyAbove(String fact) {
            return category.isEmpty()
                    || (fact != null
                            && category.stream().anyMatch(above -> fact.equals(above) || fact.startsWith(above + ".")));
        }
    }

    public LimitRule {
        Objects.requireNonNull(clock, "a limit names its clock");
        new Limit(amount, unit);
        when = when == null ? When.ALWAYS : when;
        warnAt = warnAt == null ? Double.valueOf(WARN_AT) : warnAt;
        if (warnAt <= 0 || warnAt > 1) {
            throw new IllegalArgumentException("warnAt is a share between 0 and 1, not " + warnAt);
        }
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("the limit of " + clock + " names no source");
        }
    }

    public Limit limit() {
        return new Limit(amount, unit);
    }

    /** The rule as it stood, kept in every clock that was started by it. */
    String text() {
        return "%s kind=%s grade=%s category=%s: %d %s, warnAt %s"
                .formatted(clock, when.kind(), when.grade(), when.category(), amount, unit, warnAt);
    }
}
