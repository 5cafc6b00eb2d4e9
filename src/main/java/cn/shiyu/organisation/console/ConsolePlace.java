package cn.shiyu.organisation.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.web.NavItem;
import java.util.Optional;

/** One place in the console's menu. Each capability brings its own, so that the frame knows none of them. */
public interface ConsolePlace {

    /** Where in the menu; the smallest stands first. */
    int order();

    /** The place as this member of staff finds it; empty when it is not theirs. */
    Optional<NavItem> of(Caller staff);
}
