package cn.shiyu.legal.referral.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.legal.referral.ReferralQueries;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 纠纷转办, for grid workers and advisors. */
@Singleton
class ReferralPlace implements ConsolePlace {

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 41;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        boolean theirs = ReferralQueries.isOneOfThem(staff) && LegalSettings.of(cities.byId(staff.tenant())).offered();
        return theirs
                ? Optional.of(new NavItem(ReferralDesk.PLACE, Messages.get("legal.referral.nav"), "arrows-split"))
                : Optional.empty();
    }
}
