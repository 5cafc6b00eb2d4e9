package cn.shiyu.assessment.exclusion;

import cn.shiyu.assessment.AssessmentSight;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.Units;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Who asks, who decides, who reads. Nobody decides on their own unit. */
@ApplicationScoped
class ExclusionSight {

    private static final Set<Role> ASK = Set.of(Role.HANDLER, Role.LIAISON);

    @Inject
    AssessmentSight sight;

    @Inject
    Units units;

    boolean asksFor(Caller staff, String unit) {
        return ASK.stream().anyMatch(role -> staff.holds(role, unit));
    }

    boolean decides(City city, Caller staff, String unit) {
        return staff.holds(Role.ASSESSOR, units.of(city).centreOf(city.regionCode()).code()) && !staff.worksAt(unit);
    }

    boolean oversees(City city, Caller staff) {
        return sight.overseesAll(city, staff);
    }

    boolean reads(City city, Caller staff, String unit) {
        return oversees(city, staff) || asksFor(staff, unit);
    }

    /** Units for which they may ask. */
    String[] own(Caller staff) {
        return staff.posts().stream().filter(post -> ASK.contains(post.role())).map(Post::unit).distinct().toArray(String[]::new);
    }
}
