package cn.shiyu.casework;

import cn.shiyu.clock.Light;
import java.time.Instant;

/**
 * One line of a queue or list, names resolved.
 *
 * @param dueAt end of the clock that ends first, UTC; null when none runs
 * @param excerpt in a search where in the words it was found, else null
 */
public record QueueItem(
        String number,
        String subject,
        String kind,
        CaseStatus status,
        String category,
        String grade,
        boolean urgent,
        String region,
        String centre,
        String lead,
        boolean confidential,
        int returns,
        int reworks,
        Instant submittedAt,
        Instant dueAt,
        Light light,
        String excerpt) {}
