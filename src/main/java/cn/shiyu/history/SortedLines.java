package cn.shiyu.history;

import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some lines, after asking which of them are there already.
 *
 * @param taken become cases
 * @param remarked refused, or taken with a remark
 */
record SortedLines(List<PastLine> taken, List<PastLine> remarked, Tally tally) {

    static SortedLines of(List<PastLine> lines, Map<String, ImportedCases.Known> stored) {
        Map<String, ImportedCases.Known> known = new HashMap<>(stored);
        SortedLines sorted = new SortedLines(new ArrayList<>(), new ArrayList<>(), Tally.NONE);
        for (PastLine line : lines) {
            sorted = sorted.with(line.isGood() ? judged(line, known) : line, line.isGood() && isThere(line, known));
            if (line.isGood()) {
                // A second one with the same id in the same file is met like one of an earlier file.
                known.putIfAbsent(
                        line.sourceId(),
                        new ImportedCases.Known(line.digest(), Messages.get("history.line.sameFile", line.record().line())));
            }
        }
        return sorted;
    }

    private static boolean isThere(PastLine line, Map<String, ImportedCases.Known> known) {
        ImportedCases.Known before = known.get(line.sourceId());
        return before != null && Arrays.equals(before.digest(), line.digest());
    }

    private static PastLine judged(PastLine line, Map<String, ImportedCases.Known> known) {
        ImportedCases.Known before = known.get(line.sourceId());
        return before == null || Arrays.equals(before.digest(), line.digest())
                ? line
                : line.refusedBy(LineFault.refused("id", Messages.get("history.line.changed", before.number())));
    }

    private SortedLines with(PastLine line, boolean there) {
        if (there) {
            return new SortedLines(taken, remarked, tally.plus(Tally.THERE));
        }
        if (!line.faults().isEmpty()) {
            remarked.add(line);
        }
        if (!line.isGood()) {
            return new SortedLines(taken, remarked, tally.plus(Tally.REFUSED));
        }
        taken.add(line);
        return new SortedLines(taken, remarked, tally.plus(line.faults().isEmpty() ? Tally.TAKEN : Tally.REMARKED));
    }
}
