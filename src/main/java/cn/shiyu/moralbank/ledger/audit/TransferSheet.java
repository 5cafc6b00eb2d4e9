package cn.shiyu.moralbank.ledger.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A transfer for the clerk to read.
 *
 * @param reverses what it takes back, or null
 * @param fault what is wrong with it, in words; null when it is as it was sealed
 */
public record TransferSheet(
        UUID id, String kind, LocalDate day, Instant at, String by, String reason, String source, long points, UUID reverses, String seal,
        String fault, List<Line> lines) {

    /** @param kind of the account @param expires last day of the lot, or null */
    public record Line(int place, String kind, UUID account, LocalDate expires, long points) {}

    static TransferSheet of(BookedTransfer it, String fault) {
        return new TransferSheet(
                it.id(), it.kind(), it.day(), it.at(), it.by(), it.reason(), it.sourceType() + " " + it.sourceId(), it.points(), it.reverses(),
                java.util.HexFormat.of().formatHex(it.seal()), fault,
                it.lines().stream()
                        .map(line -> new Line(
                                line.place(), line.accountKind(), line.account(), line.lot() == null ? null : line.lot().expires(), line.points()))
                        .toList());
    }
}
