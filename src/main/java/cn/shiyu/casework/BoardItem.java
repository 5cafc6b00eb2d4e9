package cn.shiyu.casework;

import java.time.Instant;

/** A public copy without personal data, as its dispatcher released it. */
public record BoardItem(
        String number,
        String subject,
        String text,
        String kind,
        CaseStatus status,
        String category,
        String region,
        String lead,
        RatingLevel rating,
        Instant submittedAt,
        Instant publishedAt) {}
