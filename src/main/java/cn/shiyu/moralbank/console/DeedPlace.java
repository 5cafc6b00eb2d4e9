package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 好人好事: the committee's queue, and the clerk's appeals. */
@Singleton
class DeedPlace implements ConsolePlace {

    @Override
    public int order() {
        return 52;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        if (staff.holds(Role.COMMITTEE)) {
            return Optional.of(new NavItem(DeedDesk.PLACE, Messages.get("earn.reviewNav"), "stars"));
        }
        return staff.holds(Role.BANK_CLERK)
                ? Optional.of(new NavItem(DeedDesk.PLACE + "/appeals", Messages.get("earn.appealsNav"), "stars"))
                : Optional.empty();
    }
}
