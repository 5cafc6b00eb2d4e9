package cn.shiyu.history;

import cn.shiyu.casework.PastCase;
import java.util.List;

/**
 * A line looked at.
 *
 * @param sourceId null where not even that could be read
 * @param past null where it was refused
 * @param digest SM3 of what the source wrote
 * @param person the source's name of who wrote, null where it names nobody
 * @param faults why it was refused, or remarks
 */
record PastLine(CsvRecord record, String sourceId, PastCase past, byte[] digest, String person, List<LineFault> faults) {

    static PastLine refused(CsvRecord record, List<LineFault> faults) {
        return new PastLine(record, null, null, null, null, List.copyOf(faults));
    }

    boolean isGood() {
        return past != null;
    }

    PastLine refusedBy(LineFault fault) {
        return refused(record, List.of(fault));
    }
}
