package cn.shiyu.mediation;

import java.time.Instant;

/** Who mediated from when to when. @param left null while they do @param why RECUSED, ASKED or HANDED_OVER */
record Assignment(
        String mediator, String body, MediationKind kind, Instant taken, Instant left, String why, String words) {}
