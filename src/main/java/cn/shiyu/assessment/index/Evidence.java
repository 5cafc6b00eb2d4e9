package cn.shiyu.assessment.index;

import cn.shiyu.platform.sql.Line;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted for a unit, and how many events that was; the events themselves stay in the database.
 *
 * @param digest over the events' own hashes
 * @param late how many of them happened in the month before
 */
record Evidence(String unit, Counts counts, byte[] digest, long events, long late) {

    /** As {@link CountSql#KEPT} has it. */
    static Evidence of(Line line) {
        Map<String, Long> numbers = new TreeMap<>();
        int column = 1;
        for (String name : Counts.NAMES) {
            numbers.put(name, line.bigNumber(column++));
        }
        return new Evidence(line.text(0), Counts.of(numbers), line.bytes(column), line.bigNumber(column + 1), line.bigNumber(column + 2));
    }
}
