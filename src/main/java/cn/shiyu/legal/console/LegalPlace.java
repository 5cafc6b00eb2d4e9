package cn.shiyu.legal.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 法律咨询, for legal advisors. */
@Singleton
class LegalPlace implements ConsolePlace {

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        boolean theirs = staff.holds(Role.LEGAL_ADVISOR)
                && LegalSettings.of(cities.byId(staff.tenant())).offered();
        return theirs
                ? Optional.of(new NavItem(LegalDesk.PLACE, Messages.get("legal.nav"), "message"))
                : Optional.empty();
    }
}
