package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 时长核对, for the clerk of the bank. */
@Singleton
class OddityPlace implements ConsolePlace {

    @Override
    public int order() {
        return 62;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        return staff.holds(Role.BANK_CLERK)
                ? Optional.of(new NavItem(OddityDesk.PLACE, Messages.get("earn.oddities"), "checkup-list"))
                : Optional.empty();
    }
}
