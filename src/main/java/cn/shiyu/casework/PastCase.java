package cn.shiyu.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * A message of the past, checked, with all that its source knew of it. What the source did not know stays unknown: nobody's
 * name, rating or follow-up is made up.
 *
 * @param source code of the system it comes from
 * @param sourceId the message's id there
 * @param run the run that brings it in
 * @param category a code of the city's tree, at any level; null lets the city decide
 * @param body as it was written, of any length the importer takes: longer than residents may write today
 * @param region a region of the city, of any level
 * @param likes how many agreed at the source, null where it did not count
 * @param at when it was written, UTC
 * @param answer null where none is known
 * @param open whether it goes into today's intake; never with an answer
 * @param published whether the source showed it to everyone, so that the board may
 */
public record PastCase(
        String source,
        String sourceId,
        UUID run,
        CaseKind kind,
        String category,
        String subject,
        String body,
        String region,
        Visibility visibility,
        boolean anonymous,
        Integer likes,
        Instant at,
        Answer answer,
        boolean open,
        boolean published) {

    /**
     * @param at when it was given, UTC
     * @param unit code of the unit that answered, null where the city has none of that name today
     * @param unitName as the source names it, or null
     * @param rating what the resident said of it at the source, or null
     */
    public record Answer(String words, Instant at, String unit, String unitName, RatingLevel rating) {}

    public PastCase {
        if (open && answer != null) {
            throw new IllegalArgumentException("what was answered is no open case: " + source + " " + sourceId);
        }
        if (published && visibility != Visibility.PUBLIC) {
            throw new IllegalArgumentException("what is confidential is not shown: " + source + " " + sourceId);
        }
    }
}
