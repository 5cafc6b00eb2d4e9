package cn.shiyu.moralbank.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import cn.shiyu.platform.crypto.Sm3;

/**
 * What is to be booked.
 *
 * @param key made of what causes it, so that a retry is a repeat; at most once a city
 * @param expires last day of the lot that an award makes, in the city's zone; null for every other kind
 * @param reason code of the words people read; no personal data
 * @param rules version of the city's rules that gave the figure, 0 where none did
 */
public record Transfer(
        String key,
        TransferKind kind,
        UUID from,
        UUID to,
        long points,
        LocalDate expires,
        String reason,
        Source source,
        int rules) {

    /** @throws IllegalArgumentException for what no surface should ever ask */
    public Transfer {
        if (points <= 0) {
            throw new IllegalArgumentException("a transfer moves at least one point");
        }
        if ((kind == TransferKind.AWARD) != (expires != null)) {
            throw new IllegalArgumentException("an award has a last day, and nothing else has");
        }
    }

    /** The same digest, the same request. */
    byte[] digest() {
        String all = String.join("\n", kind.name(), "" + from, "" + to, "" + points, "" + expires, reason, source.type(), source.id(), "" + rules);
        return Sm3.digest(all.getBytes(StandardCharsets.UTF_8));
    }
}
