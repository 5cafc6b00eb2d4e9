package cn.shiyu.eventlog;

import cn.shiyu.identity.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream that begins with facts of the past, each with the time at which it happened. When it was written down is in the
 * event's id (UUID version 7), as for every event.
 *
 * @param caller who wrote it down
 * @param facts in the order in which they are chained, oldest first
 */
public record Opening(Caller caller, StreamId stream, List<Dated> facts) {

    /**
     * @param unit code of the unit that acted, or null
     * @param at UTC; kept to the microsecond
     */
    public record Dated(NewEvent fact, String unit, Instant at) {}

    public Opening {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("a stream begins with a fact: " + stream);
        }
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(facts.size());
        Head end = Head.ofNew(caller.tenant(), stream);
        for (Dated dated : facts) {
            Entry entry = end.next(caller, dated.unit(), dated.fact(), dated.at().truncatedTo(ChronoUnit.MICROS));
            entries.add(entry);
            end = new Head(caller.tenant(), stream, entry.seq(), entry.hash());
        }
        return entries;
    }
}
