package cn.shiyu.assessment;

import java.time.Instant;
import java.util.UUID;

/**
 * One event behind a figure, with its case.
 *
 * @param subject null where the case is confidential and not the reader's
 * @param opens whether the reader may open the case
 * @param at when it happened, UTC
 * @param own a resident's own rating, no call
 * @param stream, seq key of the event
 */
public record CountedCase(
        String number,
        String subject,
        String status,
        boolean opens,
        Instant at,
        boolean responded,
        boolean solved,
        String satisfaction,
        boolean onTime,
        boolean own,
        UUID stream,
        int seq) {}
