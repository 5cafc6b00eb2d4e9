package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * The divisions the page of places offers, level by level: counties where the city has them, the townships of the chosen county, the
 * villages of the chosen township.
 */
@ApplicationScoped
class ReportPlaces {

    @Inject
    Regions regions;

    /** @param counties empty where the city is itself a county */
    record Lists(List<Choice> counties, List<Choice> townships, List<Choice> villages) {}

    Lists of(City city, CaseDraft draft) {
        RegionTree tree = regions.of(city);
        List<Choice> counties = choices(tree.ofLevel(RegionLevel.COUNTY).stream()
                .filter(county -> county.parent() != null)
                .toList());
        String above = counties.isEmpty() ? tree.root().code() : draft.answer("county");
        return new Lists(counties, below(tree, above), below(tree, draft.answer("township")));
    }

    /** The same draft without what no longer fits what stands above it: a village of the township chosen before. */
    CaseDraft fitting(City city, CaseDraft draft) {
        RegionTree tree = regions.of(city);
        boolean counties = tree.root().level() == RegionLevel.CITY;
        String township = counties ? within(tree, draft.answer("township"), draft.answer("county")) : draft.answer("township");
        String village = within(tree, draft.answer("village"), township);
        return draft.with(Map.of("township", List.of(township), "village", List.of(village)));
    }

    private static String within(RegionTree tree, String code, String above) {
        boolean fits = tree.find(code).filter(region -> above.equals(region.parent())).isPresent();
        return fits ? code : "";
    }

    private static List<Choice> below(RegionTree tree, String code) {
        return choices(tree.children(code));
    }

    private static List<Choice> choices(List<Region> regions) {
        return regions.stream().map(region -> new Choice(region.code(), region.name())).toList();
    }
}
