package cn.shiyu.casework;

import cn.shiyu.category.Categories;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Codes as people read them. A code that has left the tenant file shows as itself rather than as nothing. */
@ApplicationScoped
class CaseNames {

    @Inject
    Units units;

    @Inject
    Regions regions;

    @Inject
    Categories categories;

    String unit(City city, String code) {
        return code == null ? null : units.of(city).find(code).map(Unit::name).orElse(code);
    }

    String region(City city, String code) {
        return regions.of(city).find(code).map(Region::fullName).orElse(code);
    }

    String category(City city, String code) {
        return code == null ? null : categories.of(city).find(code).map(found -> categories.of(city).pathName(code)).orElse(code);
    }

    String kind(City city, String code) {
        return CaseOffer.of(city).kind(code).map(CaseOffer.Kind::name).orElse(code);
    }

    String grade(City city, String code) {
        return CaseOffer.of(city).gradeName(code);
    }
}
