package cn.shiyu.assessment.index;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitKind;
import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A version of a city's index system (指标体系): section {@code assessment.index} of its tenant file. A month is computed by the latest
 * version that begins with it or before it; a sealed month keeps its own for ever.
 *
 * @param version as the bulletin names it: 2026-1
 * @param from the first month it applies to
 * @param few with fewer counted than this in every indicator a unit is marked 样本少
 * @param source where the rule comes from, shown under every result
 */
public record IndexSystem(
        String version, YearMonth from, Integer few, List<PeerGroup> groups, List<Indicator> indicators, String source) {

    private static final int FEW = 10;

    /** The file's section, of which other records read the rest. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Section(List<IndexSystem> index) {}

    public IndexSystem {
        few = few == null ? FEW : few;
        groups = groups == null ? BY_KIND : List.copyOf(groups);
        indicators = List.copyOf(indicators);
    }

    private static final List<PeerGroup> BY_KIND = List.of(
            new PeerGroup("departments", "职能部门", UnitKind.DEPARTMENT, null),
            new PeerGroup("townships", "乡镇、街道", UnitKind.TERRITORIAL, null));

    /** All versions, the earliest first; a city without any has the three rates of its {@link AssessmentRules}. */
    public static List<IndexSystem> of(City city) {
        List<IndexSystem> written = city.section("assessment", Section.class).index();
        return written == null || written.isEmpty()
                ? List.of(threeRates(AssessmentRules.of(city)))
                : written.stream().sorted(Comparator.comparing(IndexSystem::from)).toList();
    }

    /** The one in force in that month; the earliest where the month is before all. */
    public static IndexSystem of(City city, YearMonth month) {
        List<IndexSystem> all = of(city);
        return all.stream().filter(one -> !one.from().isAfter(month)).reduce((earlier, later) -> later).orElse(all.get(0));
    }

    private static IndexSystem threeRates(AssessmentRules rules) {
        AssessmentRules.Weights weights = rules.weights();
        String content = "very_satisfied + satisfied + " + rules.basicallySatisfied() + " * basically_satisfied";
        return new IndexSystem("1", YearMonth.of(2000, 1), null, null, List.of(
                new Indicator("response", "响应率", 100 * weights.response(), "responded", "followed_up", null),
                new Indicator("solution", "解决率", 100 * weights.solution(), "solved", "followed_up", null),
                new Indicator("satisfaction", "满意率", 100 * weights.satisfaction(), content, "answered", null)), rules.source());
    }

    /** The group in which a unit is compared; empty where no group takes it. */
    public Optional<PeerGroup> group(Unit unit) {
        return groups.stream().filter(group -> group.names(unit)).findFirst()
                .or(() -> groups.stream().filter(group -> group.takes(unit)).findFirst());
    }
}
