package cn.shiyu.moralbank.shop;

import java.time.Instant;
import java.util.UUID;

/**
 * One offer ordered once.
 *
 * @param account of the books, who ordered
 * @param until when it must be fetched
 * @param transfer CAPTURE of the books, null before
 */
public record Order(
        UUID id, UUID offer, String name, UUID merchant, String shop, String address, UUID account, long points, OrderState state,
        UUID hold, Instant placedAt, Instant until, Instant fetchedAt, UUID transfer, Instant endedAt) {}
