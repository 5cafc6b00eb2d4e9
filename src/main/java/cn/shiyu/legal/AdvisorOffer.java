package cn.shiyu.legal;

import java.time.Instant;

/** An advisor with their next free time for a talk; null when there is none within reach. */
public record AdvisorOffer(AdvisorView advisor, Instant next) {}
