package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.web.Messages;
import java.util.UUID;

/** Who comes. @param resident null without an account @param shownName how staff see them */
record Guest(UUID resident, String shownName) {

    /** Whoever counsels learns a name from the person, not from the account. */
    static Guest of(Caller resident, Bookable with) {
        String shown = with.confidential() ? Messages.get("booking.confidentialGuest") : resident.name();
        return new Guest(UUID.fromString(resident.id()), shown);
    }
}
