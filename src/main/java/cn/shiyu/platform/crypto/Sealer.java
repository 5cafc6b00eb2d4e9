package cn.shiyu.platform.crypto;

import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;

/**
 * Seals personal data for a column. What is sealed opens only for the same city, purpose and row, so a value copied
 * into another row does not open there. Layout: format (1 byte) | key version (2 bytes) | nonce | ciphertext | tag.
 */
@ApplicationScoped
public class Sealer {

    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 3;

    @Inject
    KeyRing ring;

    @Inject
    Clock clock;

    /** @param rowId names the row (and, where a row has several, the column) that the value belongs to */
    public byte[] seal(TenantId tenant, Purpose purpose, String rowId, byte[] plain) {
        return sealAs(tenant, ours(purpose), rowId, plain);
    }

    byte[] sealAs(TenantId tenant, Purpose purpose, String rowId, byte[] plain) {
        DataKey key = ring.keys(tenant).current(mustSeal(purpose), clock.instant());
        byte[] sealed = Sm4Gcm.seal(key.key(), label(tenant, purpose, rowId, key.version()), plain);
        return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                .put(FORMAT)
                .putShort((short) key.version())
                .put(sealed)
                .array();
    }

    /** Text as UTF-8; null stays null. */
    public byte[] seal(TenantId tenant, Purpose purpose, String rowId, String plain) {
        return plain == null ? null : seal(tenant, purpose, rowId, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws SealBroken when it was changed, belongs elsewhere, or is no sealed value at all */
    public byte[] open(TenantId tenant, Purpose purpose, String rowId, byte[] sealed) {
        return openAs(tenant, ours(purpose), rowId, sealed);
    }

    byte[] openAs(TenantId tenant, Purpose purpose, String rowId, byte[] sealed) {
        if (sealed.length < HEADER_BYTES || sealed[0] != FORMAT) {
            throw new SealBroken();
        }
        int version = Short.toUnsignedInt(ByteBuffer.wrap(sealed).getShort(1));
        DataKey key = ring.keys(tenant).version(mustSeal(purpose), version);
        byte[] body = Arrays.copyOfRange(sealed, HEADER_BYTES, sealed.length);
        return Sm4Gcm.open(key.key(), label(tenant, purpose, rowId, version), body);
    }

    /** What {@link #seal(TenantId, Purpose, String, String)} sealed; null stays null. */
    public String openText(TenantId tenant, Purpose purpose, String rowId, byte[] sealed) {
        return sealed == null ? null : new String(open(tenant, purpose, rowId, sealed), StandardCharsets.UTF_8);
    }

    /** What lies under a root of its own is sealed and opened by its own sealer alone. */
    private static Purpose ours(Purpose purpose) {
        if (purpose.root() != Purpose.Root.GENERAL) {
            throw new IllegalArgumentException(purpose + " has a sealer of its own");
        }
        return purpose;
    }

    private static Purpose mustSeal(Purpose purpose) {
        if (!purpose.seals()) {
            throw new IllegalArgumentException(purpose + " is not for sealing");
        }
        return purpose;
    }

    private static byte[] label(TenantId tenant, Purpose purpose, String rowId, int version) {
        return Labels.of("sealed", tenant.value(), purpose.name(), rowId, Integer.toString(version));
    }
}
