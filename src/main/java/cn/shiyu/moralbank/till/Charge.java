package cn.shiyu.moralbank.till;

import java.time.Instant;
import java.util.UUID;

/**
 * A payment at a shop.
 *
 * @param account the payer's of the books
 * @param until when it must be captured
 * @param transfer CAPTURE of the books, null before
 */
public record Charge(
        UUID id, UUID merchant, String shop, UUID account, long points, ChargeState state, UUID hold, Instant authorisedAt, Instant until,
        Instant capturedAt, UUID transfer, Instant endedAt) {}
