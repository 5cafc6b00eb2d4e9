package cn.shiyu.casework.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 来电登记, for those who answer the hotline. */
@Singleton
class HotlinePlace implements ConsolePlace {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        return staff.holds(Role.HOTLINE_AGENT)
                ? Optional.of(new NavItem("/console/cases/new", Messages.get("console.nav.hotline"), "phone"))
                : Optional.empty();
    }
}
