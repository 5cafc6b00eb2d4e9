package cn.shiyu.clock;

import cn.shiyu.tenancy.City;
import java.util.List;
import java.util.Optional;

/** A city's limits in the order of its tenant file; the first that matches counts, so the special ones stand above. */
public record LimitRules(List<LimitRule> rules) {

    public LimitRules {
        rules = List.copyOf(rules);
    }

    /** @throws IllegalStateException when section {@code limits} is missing or malformed */
    public static LimitRules of(City city) {
        return new LimitRules(List.of(city.section("limits", LimitRule[].class)));
    }

    /** Empty: the city sets no limit for this, and no clock runs. */
    public Optional<LimitRule> pick(ClockKind clock, ClockFacts facts) {
        return rules.stream()
                .filter(rule -> rule.clock() == clock && rule.when().matches(facts))
                .findFirst();
    }
}
