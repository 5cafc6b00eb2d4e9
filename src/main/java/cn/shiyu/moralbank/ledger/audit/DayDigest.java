package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The digest of a day of the books: SM3 over the digest of the day before, the city and the day, then over itself and the seal of each
 * transfer in the order of the books, at last over the day's figures. Whoever knows the digest of a day knows all books up to it.
 */
final class DayDigest {

    private static final String VERSION = "1";

    private byte[] state;
    private long transfers;
    private long postings;
    private long points;

    /** @param before digest of the day before; empty for the first day of the books */
    DayDigest(String tenant, LocalDate day, byte[] before) {
        state = Sm3.digest(utf8(VERSION + "\n" + tenant + "\n" + day + "\n"), before);
    }

    void add(byte[] seal, int lines, long moved) {
        state = Sm3.digest(state, seal);
        transfers++;
        postings += lines;
        points = Math.addExact(points, moved);
    }

    byte[] value() {
        return Sm3.digest(state, utf8("\n" + transfers + "\n" + postings + "\n" + points));
    }

    long transfers() {
        return transfers;
    }

    long postings() {
        return postings;
    }

    long points() {
        return points;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
