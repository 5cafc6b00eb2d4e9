package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.moralbank.ledger.Seal;
import cn.shiyu.platform.sql.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A transfer as it stands in the tables, whether right or wrong. @param undoes kind of what it takes back, or empty */
record BookedTransfer(
        UUID id, String kind, String key, byte[] digest, LocalDate day, Instant at, String by, String reason, String sourceType,
        String sourceId, int rules, UUID reverses, UUID endsHold, long points, int postings, byte[] seal, String undoes,
        List<BookedPosting> lines) {

    /** @param accountKind null when there is no such account @param lot null where none is named or there is none */
    record BookedPosting(int place, UUID account, String accountKind, UUID lotId, Lot lot, long points, LocalDate day) {}

    static BookedTransfer of(Line line) {
        return new BookedTransfer(
                line.uuid(0), line.text(1), line.text(2), line.bytes(3), (LocalDate) line.values()[4], line.instant(5), line.text(6),
                line.text(7), line.text(8), line.text(9), line.number(10), line.uuid(11), line.uuid(12), line.bigNumber(13),
                line.number(14), line.bytes(15), line.text(16), new ArrayList<>());
    }

    /** From the second column on; the first is the transfer's. */
    static BookedPosting posting(Line line) {
        Lot lot = line.missing(8)
                ? null
                : new Lot(line.uuid(4), line.uuid(8), line.uuid(7), (LocalDate) line.values()[9], 0);
        return new BookedPosting(
                line.number(1), line.uuid(2), line.text(3), line.uuid(4), lot, line.bigNumber(5), (LocalDate) line.values()[6]);
    }

    byte[] recomputedSeal(String tenant) {
        Seal seal = Seal.of(
                tenant, id, kind, key, digest, day, at, by, reason, sourceType, sourceId, rules, reverses, endsHold, points);
        lines.forEach(line -> seal.posting(line.place(), line.account(), line.lot(), line.points()));
        return seal.digest();
    }
}
