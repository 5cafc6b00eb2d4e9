package cn.shiyu.eventlog;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Surface;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact as it stands in the log: who, what, when, from where.
 *
 * @param seq place in its stream, dense from 1
 * @param at when it happened, UTC, to the microsecond
 * @param actorUnit code of the unit for which a member of staff acted, otherwise null
 * @param words what a person wrote; null when nothing was written or the words have been erased
 * @param wordsErased whether words were once here and have been erased on request
 */
public record StoredEvent(
        StreamId stream,
        int seq,
        UUID eventId,
        String type,
        int version,
        Instant at,
        ActorKind actorKind,
        String actorId,
        String actorName,
        String actorUnit,
        Surface surface,
        JsonNode facts,
        String words,
        boolean wordsErased) {

    /** The named fact as text, null when the event does not carry it. */
    public String fact(String name) {
        return facts.path(name).asText(null);
    }

    public boolean is(String eventType) {
        return type.equals(eventType);
    }
}
