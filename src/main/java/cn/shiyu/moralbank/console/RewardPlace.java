package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 举报奖励, for the clerk of a city that gives any. */
@Singleton
class RewardPlace implements ConsolePlace {

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 61;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        boolean theirs = staff.holds(Role.BANK_CLERK)
                && !VolunteeringSettings.of(cities.byId(staff.tenant())).reports().isEmpty();
        return theirs ? Optional.of(new NavItem(RewardDesk.PLACE, Messages.get("earn.rewards"), "flag")) : Optional.empty();
    }
}
