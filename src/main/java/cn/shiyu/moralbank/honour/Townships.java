package cn.shiyu.moralbank.honour;

import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which township a division lies in. */
@ApplicationScoped
class Townships {

    @Inject
    Regions regions;

    /** The township's code; the division's own where none is above it. */
    String of(City city, String region) {
        return regions.of(city).path(region).stream()
                .filter(one -> one.level() == RegionLevel.TOWNSHIP)
                .map(Region::code)
                .findFirst()
                .orElse(region);
    }
}
