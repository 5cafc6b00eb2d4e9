package cn.shiyu.legal;

import java.util.Set;

/** One row of the transition table. @param rule why the edge exists, where that is not plain; printed into the docs */
record ConsultationTransition(
        ConsultationAction action,
        ConsultationStatus from,
        ConsultationStatus to,
        Set<ConsultationStanding> by,
        String rule) {}
