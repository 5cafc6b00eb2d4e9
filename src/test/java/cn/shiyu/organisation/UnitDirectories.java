package cn.shiyu.organisation;

import cn.shiyu.identity.StaffMember;
import cn.shiyu.region.RegionTrees;
import cn.shiyu.tenancy.City;
import java.util.List;

/** Units of a city without starting anything. */
public final class UnitDirectories {

    private UnitDirectories() {}

    public static UnitDirectory of(City city) {
        List<StaffMember> staff = List.of(city.section("staff", StaffMember[].class));
        return new UnitsOfCity(city, RegionTrees.of(city), staff).directory();
    }
}
