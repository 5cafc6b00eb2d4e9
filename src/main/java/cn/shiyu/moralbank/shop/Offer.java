package cn.shiyu.moralbank.shop;

import java.util.UUID;

/**
 * Something a shop gives for points.
 *
 * @param region whose residents may order: of this division and below it
 * @param perPerson how many of it one member may have
 * @param days within how many it must be fetched
 * @param visit what is booked with it, or null
 */
public record Offer(
        UUID id, UUID merchant, String shop, String address, String region, OfferKind kind, String name, String details, long points,
        int stock, int perPerson, int days, OfferState state,
        Visit visit) {

    /** Whether there is anything to order. */
    public boolean available() {
        return state == OfferState.OPEN && stock > 0;
    }
}
