package cn.shiyu.assessment.console;

import cn.shiyu.assessment.AssessmentSight;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 考核, for those who have figures to see. */
@Singleton
class AssessmentPlace implements ConsolePlace {

    @Inject
    AssessmentSight sight;

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        boolean none = sight.visible(cities.byId(staff.tenant()), staff).isEmpty();
        return none
                ? Optional.empty()
                : Optional.of(new NavItem("/console/assessment", Messages.get("console.nav.assessment"), "chart-bar"));
    }
}
