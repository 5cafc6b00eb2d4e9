package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 道德银行, for its clerk. */
@Singleton
class BankPlace implements ConsolePlace {

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        boolean theirs = staff.holds(Role.BANK_CLERK) && BankSettings.of(cities.byId(staff.tenant())).offered();
        return theirs ? Optional.of(new NavItem(BankDesk.PLACE, Messages.get("bank.title"), "award")) : Optional.empty();
    }
}
