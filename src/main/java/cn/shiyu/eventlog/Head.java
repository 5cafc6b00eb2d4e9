package cn.shiyu.eventlog;

import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The end of a stream, to which the next entry is chained. */
record Head(TenantId tenant, StreamId stream, int seq, byte[] hash) {

    static Head ofNew(TenantId tenant, StreamId stream) {
        return new Head(tenant, stream, 0, Chain.START);
    }

    boolean isNew() {
        return seq == 0;
    }

    /** Chains the facts one after the other, all at the same instant. */
    List<Entry> extend(Caller caller, String unit, List<NewEvent> facts, Instant at) {
        List<Entry> entries = new ArrayList<>(facts.size());
        Head end = this;
        for (NewEvent fact : facts) {
            Entry entry = end.next(caller, unit, fact, at.truncatedTo(ChronoUnit.MICROS));
            entries.add(entry);
            end = new Head(tenant, stream, entry.seq(), entry.hash());
        }
        return entries;
    }

    Entry next(Caller caller, String unit, NewEvent fact, Instant at) {
        Entry unlinked = new Entry(
                tenant,
                stream,
                seq + 1,
                UuidCreator.getTimeOrderedEpoch(),
                fact.type(),
                fact.version(),
                at,
                caller.kind().name(),
                caller.id(),
                caller.name(),
                unit,
                caller.surface().name(),
                CanonicalJson.of(fact.facts()),
                Words.of(fact.words()),
                hash,
                null);
        return unlinked.linked(Chain.hash(unlinked));
    }
}
