package cn.shiyu.booking.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** 预约接待, for those who are booked and the clerks at windows. */
@Singleton
class DeskPlace implements ConsolePlace {

    private static final Set<Role> RECEIVE =
            Set.of(Role.LEGAL_ADVISOR, Role.MEDIATOR, Role.COUNSELLOR, Role.WINDOW_CLERK);

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        return receives(staff)
                ? Optional.of(new NavItem(BookingDesk.PLACE, Messages.get("desk.nav"), "calendar"))
                : Optional.empty();
    }

    /** Whether people come to this member of staff. */
    static boolean receives(Caller staff) {
        return RECEIVE.stream().anyMatch(staff::holds);
    }
}
