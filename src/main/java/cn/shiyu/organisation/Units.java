package cn.shiyu.organisation;

import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each city's units: departments as its tenant file names them, centres and townships' governments from its regions. */
@ApplicationScoped
public class Units {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Section(List<Department> departments) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Department(String code, String name, String region, String duties) {}

    private final Map<TenantId, UnitDirectory> built = new ConcurrentHashMap<>();

    @Inject
    Regions regions;

    public UnitDirectory of(City city) {
        return built.computeIfAbsent(city.id(), ignored -> build(city));
    }

    private UnitDirectory build(City city) {
        RegionTree tree = regions.of(city);
        List<Unit> units = new ArrayList<>();
        tree.all().forEach(region -> units.add(centre(city, tree, region)));
        tree.ofLevel(RegionLevel.TOWNSHIP).forEach(township -> units.add(territorial(township)));
        city.section("units", Section.class).departments().forEach(department -> units.add(unit(city, department)));
        return new UnitDirectory(tree, units, List.of(city.section("staff", StaffMember[].class)));
    }

    private static Unit centre(City city, RegionTree tree, Region region) {
        String place = region.equals(tree.root()) ? city.name() : shortName(region.name());
        return new Unit("C" + region.code(), UnitKind.CENTRE, place + "综治中心", region.code(), null);
    }

    private static Unit territorial(Region township) {
        String name = shortName(township.name());
        String government = name.endsWith("街道") ? name + "办事处" : name.endsWith("镇") || name.endsWith("乡") ? name + "人民政府" : name;
        return new Unit("T" + township.code(), UnitKind.TERRITORIAL, government, township.code(), null);
    }

    /** 东城街道办事处 → 东城街道, 东升社区居委会 → 东升社区 */
    private static String shortName(String name) {
        return name.replaceFirst("(街道)办事处$", "$1").replaceFirst("(社区|村)?(居民委员会|居委会|村民委员会|村委会)$", "$1");
    }

    private static Unit unit(City city, Department department) {
        String region = department.region() == null ? city.regionCode() : department.region();
        return new Unit(department.code(), UnitKind.DEPARTMENT, department.name(), region, department.duties());
    }
}
