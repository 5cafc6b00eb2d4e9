package cn.shiyu.legal;

import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a city's advisors: for a village its own first, then its township's team, then those for everybody. */
@ApplicationScoped
public class Advisors {

    public static final int PAGE = 10;

    @Inject
    Regions regions;

    /** The nearest first; advisors equally near stay in the tenant file's order. */
    public Stream<LegalAdvisor> find(City city, AdvisorWish wish) {
        return LegalSettings.of(city).advisors().stream()
                .filter(one -> wish.field() == null || one.fields().contains(wish.field()))
                .filter(one -> wish.language() == null || one.languages().contains(wish.language()))
                .filter(one -> wish.region() == null || nearness(city, one, wish.region()).isPresent())
                .sorted(Comparator.comparing(
                        one -> wish.region() == null ? Nearness.CITY : nearness(city, one, wish.region()).orElseThrow()));
    }

    public Optional<LegalAdvisor> find(City city, String login) {
        return LegalSettings.of(city).advisors().stream().filter(one -> one.login().equals(login)).findFirst();
    }

    public AdvisorView view(City city, LegalAdvisor one, String region) {
        LegalSettings settings = LegalSettings.of(city);
        RegionTree tree = regions.of(city);
        return new AdvisorView(
                one.login(), one.name(), one.firm(), one.licence(), one.words(),
                region == null ? null : nearness(city, one, region).orElse(null),
                one.regions().stream().flatMap(code -> tree.find(code).stream()).map(Advisors::shown).toList(),
                one.fields().stream().map(settings::fieldName).toList(),
                one.languages().stream().map(settings::languageName).toList());
    }

    private static String shown(Region region) {
        return region.fullName() == null || region.fullName().isBlank() ? region.name() : region.fullName();
    }

    /** Empty when the advisor does not serve the place at all. */
    Optional<Nearness> nearness(City city, LegalAdvisor advisor, String region) {
        RegionTree tree = regions.of(city);
        if (tree.find(region).isEmpty()) {
            return Optional.empty();
        }
        return advisor.regions().stream()
                .filter(served -> tree.find(served).isPresent() && tree.isWithin(region, served))
                .map(served -> how(tree, served, region))
                .min(Comparator.naturalOrder());
    }

    /** Whether the advisor serves the township, a village of it, or everybody. @param township null above townships */
    boolean ofTeam(City city, LegalAdvisor advisor, String township) {
        RegionTree tree = regions.of(city);
        return advisor.regions().stream()
                .anyMatch(served -> served.equals(tree.root().code())
                        || (township != null && tree.find(served).isPresent()
                                && (tree.isWithin(served, township) || tree.isWithin(township, served))));
    }

    /** The township that the place is or lies in; null above townships. */
    String township(City city, String region) {
        return regions.of(city).path(region).stream()
                .filter(one -> one.level() == RegionLevel.TOWNSHIP)
                .map(Region::code)
                .findFirst()
                .orElse(null);
    }

    boolean servesAll(City city, LegalAdvisor advisor) {
        return advisor.regions().contains(regions.of(city).root().code());
    }

    /** Whose late consultations the advisor may answer. */
    String[] townships(City city, LegalAdvisor advisor) {
        return regions.of(city).ofLevel(RegionLevel.TOWNSHIP).stream()
                .map(Region::code)
                .filter(township -> ofTeam(city, advisor, township))
                .toArray(String[]::new);
    }

    public boolean knows(City city, String region) {
        return region != null && regions.of(city).find(region).isPresent();
    }

    private static Nearness how(RegionTree tree, String served, String region) {
        if (served.equals(tree.root().code())) {
            return Nearness.CITY;
        }
        return served.equals(region) ? Nearness.OWN : Nearness.TEAM;
    }
}
