package cn.shiyu.organisation;

import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each city's units: departments as its tenant file names them, centres and townships' governments from its regions. */
@ApplicationScoped
public class Units {

    private final Map<TenantId, UnitDirectory> built = new ConcurrentHashMap<>();

    @Inject
    Regions regions;

    @Inject
    StaffDirectory staff;

    public UnitDirectory of(City city) {
        return built.computeIfAbsent(city.id(), ignored -> build(city));
    }

    private UnitDirectory build(City city) {
        return new UnitsOfCity(city, regions.of(city), staff.of(city.id())).directory();
    }
}
