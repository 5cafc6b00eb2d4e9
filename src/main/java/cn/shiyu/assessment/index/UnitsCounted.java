package cn.shiyu.assessment.index;

import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitDirectory;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All units that are assessed by a version, with what was counted for each; who has nothing counted is among them. */
final class UnitsCounted {

    private UnitsCounted() {}

    static List<UnitCounts> of(IndexSystem system, UnitDirectory units, Map<String, Counts> counts) {
        return units.all().stream()
                .filter(Unit::handles)
                .map(unit -> system.group(unit)
                        .map(group -> new UnitCounts(
                                unit.code(), unit.name(), group.code(), counts.getOrDefault(unit.code(), Counts.of(Map.of()))))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
