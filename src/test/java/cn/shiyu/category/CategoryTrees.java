package cn.shiyu.category;

import cn.shiyu.tenancy.City;

/** Topics of a city without starting anything. */
public final class CategoryTrees {

    private CategoryTrees() {}

    public static CategoryTree of(City city) {
        return new Categories().of(city);
    }
}
