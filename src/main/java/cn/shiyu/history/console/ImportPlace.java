package cn.shiyu.history.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 历史导入, for the administrator alone. */
@Singleton
class ImportPlace implements ConsolePlace {

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        return staff.holds(Role.TENANT_ADMIN)
                ? Optional.of(new NavItem(ImportDesk.PATH, Messages.get("history.title"), "history"))
                : Optional.empty();
    }
}
