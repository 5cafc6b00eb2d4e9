package cn.shiyu.moralbank.deed;

import java.util.Set;

/** A row of the table. @param to null where the state stays @param rule why, null where it needs none */
record DeedTransition(DeedAction action, Set<DeedStatus> from, DeedStatus to, Set<DeedStanding> by, String rule) {

    DeedStatus from(DeedStatus at) {
        return to == null ? at : to;
    }
}
