package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 志愿活动, for organisers. */
@Singleton
class ActivityPlace implements ConsolePlace {

    @Override
    public int order() {
        return 51;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        return staff.holds(Role.ORGANISER)
                ? Optional.of(new NavItem(ActivityDesk.PLACE, Messages.get("earn.activities"), "users"))
                : Optional.empty();
    }
}
