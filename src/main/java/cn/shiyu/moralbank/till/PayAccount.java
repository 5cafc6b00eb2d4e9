package cn.shiyu.moralbank.till;

import cn.shiyu.platform.web.Messages;
import java.util.UUID;

/**
 * An account that somebody may pay from.
 *
 * @param name of the organisation; null for the others
 * @param points that can be spent of it today
 */
public record PayAccount(UUID account, Kind kind, String name, long points) {

    /** Whose it is. */
    public enum Kind {
        OWN,
        HOUSEHOLD,
        TEAM
    }

    /** As it stands before a number of points: 您, 您家庭共用的, “…”的. */
    public String whose() {
        return kind == Kind.TEAM ? Messages.get("till.whose.TEAM", name) : Messages.get("till.whose." + kind);
    }
}
