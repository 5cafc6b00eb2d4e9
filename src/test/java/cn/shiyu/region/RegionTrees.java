package cn.shiyu.region;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TestCities;

/** Divisions of a city without starting anything. */
public final class RegionTrees {

    private RegionTrees() {}

    public static Regions regions() {
        Regions regions = new Regions();
        regions.files = TestCities.files();
        return regions;
    }

    public static RegionTree of(City city) {
        return regions().of(city);
    }
}
