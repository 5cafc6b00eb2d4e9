package cn.shiyu.casework.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 待办: where every working day starts. */
@Singleton
class QueuePlace implements ConsolePlace {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        return staff.worksOnCases()
                ? Optional.of(new NavItem("/console", Messages.get("console.nav.queue"), "inbox"))
                : Optional.empty();
    }
}
