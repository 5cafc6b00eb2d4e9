package cn.shiyu.open311;

import java.time.Instant;
import java.util.UUID;

/**
 * A key as administrators see it; the key itself was shown once, when it was made.
 *
 * @param contact of the organisation
 * @param end its last characters
 * @param createdBy login of the administrator
 * @param revokedAt null while in force
 */
public record PartnerKeyView(
        UUID keyId,
        UUID partnerId,
        String partner,
        String contact,
        int perMinute,
        String end,
        Instant createdAt,
        String createdBy,
        Instant revokedAt) {

    public boolean inForce() {
        return revokedAt == null;
    }
}
