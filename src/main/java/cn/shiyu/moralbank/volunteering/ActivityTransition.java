package cn.shiyu.moralbank.volunteering;

import java.util.Set;

/** A row of the table. @param to null where the state stays @param rule why, null where it needs none */
record ActivityTransition(
        ActivityAction action, Set<ActivityStatus> from, ActivityStatus to, Set<ActivityStanding> by, String rule) {

    ActivityStatus from(ActivityStatus at) {
        return to == null ? at : to;
    }
}
