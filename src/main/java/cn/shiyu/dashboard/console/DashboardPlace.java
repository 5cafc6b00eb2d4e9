package cn.shiyu.dashboard.console;

import cn.shiyu.assessment.AssessmentSight;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 驾驶舱, for those who oversee the city. */
@Singleton
class DashboardPlace implements ConsolePlace {

    @Inject
    AssessmentSight sight;

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        return sight.overseesAll(cities.byId(staff.tenant()), staff)
                ? Optional.of(new NavItem("/console/dashboard", Messages.get("dashboard.nav"), "chart-bar"))
                : Optional.empty();
    }
}
