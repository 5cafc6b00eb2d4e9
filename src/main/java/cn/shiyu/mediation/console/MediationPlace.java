package cn.shiyu.mediation.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 调解, for mediators. */
@Singleton
class MediationPlace implements ConsolePlace {

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 42;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        boolean theirs = staff.holds(Role.MEDIATOR)
                && MediationSettings.of(cities.byId(staff.tenant())).offered();
        return theirs
                ? Optional.of(new NavItem(MediationDesk.PLACE, Messages.get("mediation.nav"), "scale"))
                : Optional.empty();
    }
}
