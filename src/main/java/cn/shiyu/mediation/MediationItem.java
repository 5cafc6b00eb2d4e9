package cn.shiyu.mediation;

import java.time.Instant;
import java.util.UUID;

/** A mediation in a list. @param mediator name, or null while they choose @param mine whether it is the looker's turn */
public record MediationItem(
        UUID id, String title, String shelf, String place, MediationStatus status, String mediator, Instant appliedAt,
        Instant answerDue, Instant dueAt, boolean mine) {}
