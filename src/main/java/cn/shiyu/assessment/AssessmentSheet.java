package cn.shiyu.assessment;

import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitKind;
import java.util.Comparator;
import java.util.List;

/**
 * One period's sheet: departments and townships apart, since a street office and a bureau are not measured by each other. Units
 * are ordered by how much came to them, not ranked: a few answers must not decide a rank.
 */
public record AssessmentSheet(Period period, AssessmentRules rules, Group departments, Group townships) {

    /** @param sum of all units of the group */
    public record Group(List<UnitFigures> lines, UnitFigures sum) {

        public List<UnitFigures> busy() {
            return lines.stream().filter(line -> !line.isQuiet()).toList();
        }

        /** Where nothing happened in this period: named, but not a row of zeros each. */
        public List<UnitFigures> quiet() {
            return lines.stream().filter(UnitFigures::isQuiet).toList();
        }
    }

    static AssessmentSheet of(Period period, AssessmentRules rules, List<Unit> units, List<Tally> tallies) {
        return new AssessmentSheet(
                period,
                rules,
                group(UnitKind.DEPARTMENT, units, tallies, rules),
                group(UnitKind.TERRITORIAL, units, tallies, rules));
    }

    private static Group group(UnitKind kind, List<Unit> all, List<Tally> tallies, AssessmentRules rules) {
        List<Unit> units = all.stream().filter(unit -> unit.kind() == kind).toList();
        List<UnitFigures> lines = units.stream()
                .map(unit -> UnitFigures.of(unit.code(), unit.name(), of(unit, tallies), rules))
                .sorted(Comparator.comparingInt(UnitFigures::dispatched)
                        .thenComparingInt(UnitFigures::followedUp)
                        .reversed())
                .toList();
        List<Tally> together =
                units.stream().flatMap(unit -> of(unit, tallies).stream()).toList();
        return new Group(lines, UnitFigures.of("", "", together, rules));
    }

    private static List<Tally> of(Unit unit, List<Tally> tallies) {
        return tallies.stream().filter(tally -> tally.unit().equals(unit.code())).toList();
    }
}
