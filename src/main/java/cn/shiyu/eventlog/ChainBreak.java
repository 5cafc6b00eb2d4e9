package cn.shiyu.eventlog;

import java.util.UUID;

/**
 * The first broken entry that was found.
 *
 * @param seq its place in the stream; for {@link Flaw#MISSING} the place where one should be
 */
public record ChainBreak(String streamType, UUID streamId, int seq, Flaw flaw) {

    static ChainBreak of(StreamId stream, int seq, Flaw flaw) {
        return new ChainBreak(stream.type(), stream.id(), seq, flaw);
    }

    @Override
    public String toString() {
        return streamType + ":" + streamId + " 第 " + seq + " 条:" + flaw.sentence() + " (" + flaw + ")";
    }
}
