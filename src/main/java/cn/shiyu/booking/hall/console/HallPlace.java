package cn.shiyu.booking.hall.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 窗口叫号, for clerks at windows. */
@Singleton
class HallPlace implements ConsolePlace {

    @Override
    public int order() {
        return 32;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        return staff.holds(Role.WINDOW_CLERK)
                ? Optional.of(new NavItem(HallDesk.PLACE, Messages.get("hall.nav"), "speakerphone"))
                : Optional.empty();
    }
}
