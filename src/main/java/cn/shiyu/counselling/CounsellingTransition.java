package cn.shiyu.counselling;

/** One row of the transition table. @param to null where nothing is left @param rule why, where that is not plain; printed into the docs */
record CounsellingTransition(
        CounsellingAction action, CounsellingStatus from, CounsellingStatus to, CounsellingStanding by, String rule) {}
