package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import java.util.UUID;

/** Who comes. @param resident null without an account @param shownName how staff see them */
record Guest(UUID resident, String shownName) {

    static Guest of(Caller resident) {
        return new Guest(UUID.fromString(resident.id()), resident.name());
    }
}
