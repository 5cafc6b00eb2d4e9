package cn.shiyu.organisation;

import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffMember;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A city's units and who works there; immutable. Centres and townships' governments follow from the regions. */
public final class UnitDirectory {

    private final RegionTree regions;
    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final List<StaffMember> staff;
    private final Set<Post> occupied;

    UnitDirectory(RegionTree regions, Collection<Unit> units, List<StaffMember> staff) {
        this.regions = regions;
        this.staff = List.copyOf(staff);
        this.occupied =
                staff.stream().flatMap(member -> member.posts().stream()).collect(Collectors.toUnmodifiableSet());
        units.forEach(unit -> byCode.put(unit.code(), unit));
    }

    public Collection<Unit> all() {
        return byCode.values();
    }

    public Optional<Unit> find(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    public List<Unit> departments() {
        return ofKind(UnitKind.DEPARTMENT);
    }

    public List<Unit> territorials() {
        return ofKind(UnitKind.TERRITORIAL);
    }

    private List<Unit> ofKind(UnitKind kind) {
        return byCode.values().stream().filter(unit -> unit.kind() == kind).toList();
    }

    /** @throws IllegalArgumentException for a region that is not this city's */
    public Unit centreOf(String regionCode) {
        return find(UnitsOfCity.centreCode(regionCode))
                .orElseThrow(() -> new IllegalArgumentException("no centre of region " + regionCode));
    }

    /** The government of the township that the region is or lies in; empty above townships. */
    public Optional<Unit> territorialOf(String regionCode) {
        return regions.path(regionCode).stream()
                .filter(region -> region.level() == RegionLevel.TOWNSHIP)
                .findFirst()
                .flatMap(region -> find("T" + region.code()));
    }

    /** Above a centre the centre one level up, above any other unit the centre of its region; empty for the city's own. */
    public Optional<Unit> centreAbove(String unitCode) {
        return find(unitCode).map(Unit::parentCode).flatMap(this::find);
    }

    /** This centre if somebody holds the role there, otherwise the next above: an empty post never swallows a case. */
    public Unit nextOccupiedCentre(String centreCode, Role role) {
        Unit at = find(centreCode).orElseThrow(() -> new IllegalArgumentException("no centre " + centreCode));
        while (!isOccupied(at.code(), role)) {
            Optional<Unit> above = centreAbove(at.code());
            if (above.isEmpty()) {
                return at;
            }
            at = above.get();
        }
        return at;
    }

    /** Whether somebody holds the role at the unit. A unit without a handler must not be sent anything. */
    public boolean isOccupied(String unit, Role role) {
        return occupied.contains(new Post(unit, role));
    }

    /** Departments and townships' governments where somebody handles: all a centre can dispatch to. */
    public List<Unit> handling() {
        return byCode.values().stream()
                .filter(unit -> unit.handles() && isOccupied(unit.code(), Role.HANDLER))
                .toList();
    }

    public List<StaffMember> staff() {
        return staff;
    }

    public List<StaffMember> staffOf(String unit) {
        return staff.stream().filter(member -> member.worksAt(unit)).toList();
    }

    /** The 联络员 of a department or a township's government. */
    public Optional<StaffMember> liaisonOf(String unit) {
        return find(unit).map(Unit::liaison).flatMap(this::member);
    }

    public Optional<StaffMember> member(String login) {
        return staff.stream().filter(member -> member.login().equals(login)).findFirst();
    }
}
