package cn.shiyu.onboarding;

import cn.shiyu.clock.Calendars;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantFiles;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads each tenant file as a whole before anything else and finds every fault at once; with one, nothing starts. */
@ApplicationScoped
public class TenantFileCheck {

    /** Before the keys (100) and before anybody builds on what the files say. */
    private static final int FIRST = 10;

    private final CityDirectory cities;
    private final Regions regions;
    private final Calendars calendars;
    private final TenantFiles files;

    @Inject
    TenantFileCheck(CityDirectory cities, Regions regions, Calendars calendars, TenantFiles files) {
        this.cities = cities;
        this.regions = regions;
        this.calendars = calendars;
        this.files = files;
    }

    /** @throws TenantFileFaulty listing the faults of all cities */
    void atStart(@Observes @Priority(FIRST) StartupEvent start) {
        String report = cities.all().stream()
                .map(this::report)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining("\n"));
        if (!report.isEmpty()) {
            throw new TenantFileFaulty(report);
        }
    }

    private String report(City city) {
        Faults faults = check(city);
        return faults.none() ? "" : faults.report("tenants/" + city.id() + ".yaml");
    }

    Faults check(City city) {
        Faults faults = new Faults();
        // A file of divisions that cannot be read would make every code in the other sections look unknown.
        boolean divided =
                city.sections().contains("regions") && regions.faults(city).isEmpty();
        TenantFile file = new TenantFile(
                city, codes(city, divided, any -> true), codes(city, divided, TenantFileCheck::isTownship), faults);
        checks(divided).forEach(check -> check.check(file));
        return faults;
    }

    private List<SectionCheck> checks(boolean divided) {
        List<SectionCheck> always = List.of(
                new HeadCheck(files),
                new RegionsCheck(regions),
                new CalendarCheck(calendars),
                new OfferCheck(),
                new CategoriesCheck(),
                new LimitsCheck(),
                new RulesCheck(),
                new Open311Check(),
                new LawsCheck(files));
        List<SectionCheck> onDivisions = divided
                ? List.of(
                        new UnitsCheck(), new StaffCheck(), new BookingCheck(), new LegalCheck(), new MediationCheck(),
                        new CounsellingCheck(), new MoralBankCheck(), new VolunteeringCheck(), new MerchantsCheck(),
                        new CatalogueCheck(),
                        new IndexCheck())
                : List.of();
        return Stream.concat(always.stream(), onDivisions.stream()).toList();
    }

    private Set<String> codes(City city, boolean divided, Predicate<Region> wanted) {
        return divided
                ? regions.of(city).all().stream()
                        .filter(wanted)
                        .map(Region::code)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static boolean isTownship(Region region) {
        return region.level() == RegionLevel.TOWNSHIP;
    }
}
