package cn.shiyu.organisation;

import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffMember;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.tenancy.City;
import java.util.List;
import java.util.stream.Stream;

/** Builds a city's directory from its divisions and its tenant file. */
record UnitsOfCity(City city, RegionTree regions, List<StaffMember> staff) {

    UnitDirectory directory() {
        Stream<Unit> centres = regions.all().stream().map(this::centre);
        Stream<Unit> governments =
                regions.ofLevel(RegionLevel.TOWNSHIP).stream().map(this::government);
        Stream<Unit> departments =
                city.section("units", UnitsSection.class).departments().stream().map(this::department);
        List<Unit> all = Stream.of(centres, governments, departments)
                .flatMap(units -> units)
                .toList();
        return new UnitDirectory(regions, all, staff);
    }

    private Unit centre(Region region) {
        String above = region.parent() == null ? null : centreCode(region.parent());
        return new Unit(
                centreCode(region.code()),
                UnitKind.CENTRE,
                UnitNames.centre(region.name()),
                region.code(),
                above,
                null,
                null);
    }

    private Unit government(Region township) {
        String code = "T" + township.code();
        return new Unit(
                code,
                UnitKind.TERRITORIAL,
                UnitNames.government(township.name()),
                township.code(),
                centreCode(township.code()),
                null,
                liaison(code));
    }

    /** Departments name their liaison; a township's is whoever holds the post. */
    private String liaison(String unit) {
        return staff.stream()
                .filter(member -> member.holds(Role.LIAISON, unit))
                .map(StaffMember::login)
                .findFirst()
                .orElse(null);
    }

    private Unit department(UnitsSection.Department typed) {
        String region = typed.region() == null ? city.regionCode() : typed.region();
        return new Unit(
                typed.code(),
                UnitKind.DEPARTMENT,
                typed.name(),
                region,
                centreCode(region),
                typed.duties(),
                typed.liaison());
    }

    static String centreCode(String region) {
        return "C" + region;
    }
}
