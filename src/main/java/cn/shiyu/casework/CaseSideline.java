package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.web.NavItem;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * What another capability has to say beside a case: a mediation that came of it, say. A CDI bean of that capability, so that
 * casework knows none of them.
 */
public interface CaseSideline {

    /** A box beside the case. @param words one Chinese sentence or two @param link where it goes on, or null */
    record Box(String title, String words, NavItem link) {}

    /** @param view the case as this caller sees it @return empty when there is nothing to say to this caller */
    Uni<Optional<Box>> of(Caller caller, CaseView view);
}
