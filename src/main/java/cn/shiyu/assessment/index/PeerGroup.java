package cn.shiyu.assessment.index;

import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitKind;
import java.util.List;

/**
 * Units that are compared with one another (分档分类): a street office and a bureau are not.
 *
 * @param kind all units of this kind, or null
 * @param units codes of units, beside those of the kind; a unit belongs to the first group that names it
 */
public record PeerGroup(String code, String name, UnitKind kind, List<String> units) {

    public PeerGroup {
        units = units == null ? List.of() : List.copyOf(units);
    }

    boolean names(Unit unit) {
        return units.contains(unit.code());
    }

    boolean takes(Unit unit) {
        return kind == unit.kind();
    }
}
