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

/** 法律服务台账, for the administrator; advisors reach their own from their list. */
@Singleton
class RecordPlace implements ConsolePlace {

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 41;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        boolean theirs = staff.holds(Role.TENANT_ADMIN) && LegalSettings.of(cities.byId(staff.tenant())).offered();
        return theirs
                ? Optional.of(new NavItem(RecordDesk.PLACE, Messages.get("legal.record.title"), "clipboard-list"))
                : Optional.empty();
    }
}
