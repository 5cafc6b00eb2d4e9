package cn.shiyu.moralbank.settlement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A merchant's month as it was frozen.
 *
 * @param account the merchant's, of the books
 * @param month of the books, city's zone
 * @param opening left from earlier months; below zero where refunds outran what was taken
 * @param due opening + taken − refunded; nothing is paid when that is not above zero, and it is carried on
 * @param fen what is paid
 * @param digest SM3, 32 bytes
 * @param transfer SETTLE in the books, null where nothing is due
 */
public record Statement(
        UUID id, UUID account, YearMonth month, long opening, long taken, long refunded, long due, long fenPerPoint, long fen, int lines,
        byte[] digest, UUID transfer, Instant madeAt) {

    public String digestText() {
        return HexFormat.of().formatHex(digest);
    }

    /** In yuan with two decimals. */
    public String yuan() {
        return java.math.BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
