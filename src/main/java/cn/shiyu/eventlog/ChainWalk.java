package cn.shiyu.eventlog;

import java.util.Arrays;

/**
 * Walks over the entries of a city in the order of streams and places, and stops at the first that is broken. Keeps
 * one entry in mind, however many it sees.
 */
final class ChainWalk {

    /** The head as the table has it, beside each entry of its stream; seq 0 where the table has none. */
    record KnownHead(int seq, byte[] hash) {}

    private Entry last;
    private KnownHead lastHead;
    private long events;
    private long streams;
    private ChainBreak broken;

    void see(Entry entry, KnownHead head) {
        if (broken != null) {
            return;
        }
        boolean begins =
                last == null || !last.stream().id().equals(entry.stream().id());
        if (begins) {
            finishStream();
        }
        if (broken == null) {
            events++;
            check(entry, begins ? 0 : last.seq(), begins ? Chain.START : last.hash());
            streams += begins ? 1 : 0;
            last = entry;
            lastHead = head;
        }
    }

    /** A stream whose head is known and of which no entry is left. */
    void seeOrphanedHead(StreamId stream) {
        if (broken == null) {
            broken = ChainBreak.of(stream, 1, Flaw.MISSING);
        }
    }

    boolean isBroken() {
        return broken != null;
    }

    /** After the last entry: its stream's end is still to be looked at. */
    void end() {
        if (broken == null) {
            finishStream();
        }
        last = null;
    }

    ChainReport report(String city) {
        return new ChainReport(city, events, streams, broken);
    }

    private void check(Entry entry, int seqBefore, byte[] hashBefore) {
        if (entry.seq() != seqBefore + 1) {
            broken = ChainBreak.of(entry.stream(), seqBefore + 1, Flaw.MISSING);
        } else if (!Arrays.equals(entry.prevHash(), hashBefore)) {
            broken = ChainBreak.of(entry.stream(), entry.seq(), Flaw.PREVIOUS);
        } else if (!entry.words().match()) {
            broken = ChainBreak.of(entry.stream(), entry.seq(), Flaw.WORDS);
        } else if (!Arrays.equals(entry.hash(), Chain.hash(entry))) {
            broken = ChainBreak.of(entry.stream(), entry.seq(), Flaw.HASH);
        }
    }

    private void finishStream() {
        if (last == null) {
            return;
        }
        if (lastHead.seq() > last.seq()) {
            broken = ChainBreak.of(last.stream(), last.seq() + 1, Flaw.MISSING);
        } else if (lastHead.seq() < last.seq() || !Arrays.equals(lastHead.hash(), last.hash())) {
            broken = ChainBreak.of(last.stream(), last.seq(), Flaw.HEAD);
        }
    }
}
