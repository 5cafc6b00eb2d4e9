package cn.shiyu.open311.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.open311.Open311Settings;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 开放接口, for administrators of cities that take part. */
@Singleton
class PartnerPlace implements ConsolePlace {

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        boolean theirs = staff.holds(Role.TENANT_ADMIN)
                && Open311Settings.of(cities.byId(staff.tenant())).enabled();
        return theirs
                ? Optional.of(new NavItem(PartnerDesk.PLACE, Messages.get("open311.nav"), "arrows-split"))
                : Optional.empty();
    }
}
