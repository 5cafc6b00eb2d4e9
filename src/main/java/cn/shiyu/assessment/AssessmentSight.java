package cn.shiyu.assessment;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Whose figures one may see: assessors, supervisors and administrators of the city's centre all, others their own unit's. */
@ApplicationScoped
public class AssessmentSight {

    private static final Set<Role> OVERSEE = Set.of(Role.ASSESSOR, Role.SUPERVISOR, Role.TENANT_ADMIN);

    @Inject
    Units units;

    public List<Unit> visible(City city, Caller staff) {
        boolean all = overseesAll(city, staff);
        return units.of(city).all().stream()
                .filter(Unit::handles)
                .filter(unit -> all || staff.worksAt(unit.code()))
                .toList();
    }

    public boolean overseesAll(City city, Caller staff) {
        String centre = units.of(city).centreOf(city.regionCode()).code();
        return OVERSEE.stream().anyMatch(role -> staff.holds(role, centre));
    }

    /** Confidential cases show their subject to assessors and supervisors alone; an administrator keeps the system, not the cases. */
    public boolean readsConfidential(City city, Caller staff) {
        String centre = units.of(city).centreOf(city.regionCode()).code();
        return staff.holds(Role.ASSESSOR, centre) || staff.holds(Role.SUPERVISOR, centre);
    }
}
