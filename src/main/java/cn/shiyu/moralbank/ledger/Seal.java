package cn.shiyu.moralbank.ledger;

import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/**
 * SM3 over every column of a transfer and its postings, each after its length, so that no two transfers have the same encoding.
 * Whoever changes a row by hand changes the seal that it ought to have (docs/ledger.md).
 */
public final class Seal {

    private static final String VERSION = "1";

    private final StringBuilder encoding = new StringBuilder(512);

    private Seal() {}

    static byte[] of(TenantId tenant, Entry entry) {
        Transfer it = entry.transfer();
        Seal seal = of(
                tenant.value(), entry.id(), it.kind().name(), it.key(), it.digest(), entry.day(), entry.at(), entry.by(), it.reason(),
                it.source().type(), it.source().id(), it.rules(), entry.reverses(), entry.endsHold(), it.points());
        int place = 0;
        for (Posting posting : entry.postings()) {
            seal.posting(++place, posting.account(), posting.lot(), posting.points());
        }
        return seal.digest();
    }

    /** Begins with the columns of the transfer, in the order of the table. */
    public static Seal of(
            String tenant, UUID id, String kind, String key, byte[] digest, LocalDate day, Instant at, String by, String reason,
            String sourceType, String sourceId, int rules, UUID reverses, UUID endsHold, long points) {
        Seal seal = new Seal();
        seal.add(VERSION).add(tenant).add(id).add(kind).add(key).add(HexFormat.of().formatHex(digest)).add(day).add(micros(at)).add(by).add(reason).add(sourceType).add(sourceId);
        seal.add(rules).add(reverses).add(endsHold).add(points);
        return seal;
    }

    /** Goes on with a posting, in the order of their places; a lot counts with what never changes in it. */
    public Seal posting(int place, UUID account, Lot lot, long points) {
        add(place).add(account).add(points);
        return lot == null ? add(null) : add(lot.id()).add(lot.budget()).add(lot.expires());
    }

    public byte[] digest() {
        return Sm3.digest(encoding.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Seal add(Object value) {
        if (value == null) {
            encoding.append('-');
            return this;
        }
        String text = value.toString();
        encoding.append(text.length()).append(':').append(text);
        return this;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
