package cn.shiyu.dashboard;

import java.time.Instant;

/**
 * One case behind a mark.
 *
 * @param subject null where it is confidential and not the reader's
 * @param opens whether the reader may open it
 * @param at when it came in, was finished or judged, or is due
 * @param satisfaction what the resident said, null where the mark is not about that
 * @param unit name of the unit that leads, or null
 */
public record MarkedCase(
        String number, String subject, String status, boolean opens, Instant at, String satisfaction, String unit, String region, String category) {}
