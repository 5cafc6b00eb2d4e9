package cn.shiyu.counselling;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.CounsellingSealer;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Seals and opens what belongs to one talk, each value for its own place: city, thread, message. */
@ApplicationScoped
class Vault {

    @Inject
    CounsellingSealer sealer;

    byte[] words(TenantId tenant, UUID thread, UUID message, String words) {
        return sealer.seal(tenant, placeOf(thread, message), words);
    }

    String words(TenantId tenant, UUID thread, UUID message, byte[] sealed) {
        return sealer.open(tenant, placeOf(thread, message), sealed);
    }

    byte[] alias(TenantId tenant, UUID thread, String alias) {
        return sealer.seal(tenant, "thread:" + thread + ":alias", alias);
    }

    String alias(TenantId tenant, UUID thread, byte[] sealed) {
        return sealer.open(tenant, "thread:" + thread + ":alias", sealed);
    }

    byte[] resident(TenantId tenant, UUID thread, UUID resident) {
        return sealer.seal(tenant, "thread:" + thread + ":resident", resident.toString());
    }

    UUID resident(TenantId tenant, UUID thread, byte[] sealed) {
        return UUID.fromString(sealer.open(tenant, "thread:" + thread + ":resident", sealed));
    }

    /** By which a person's own talks are found, and their sight of one is decided. */
    byte[] whose(Caller resident) {
        return sealer.digest(resident.tenant(), "resident", resident.id());
    }

    /** Of what was sent, for {@link cn.shiyu.platform.idempotency.Idempotency}: keyed, so that the text cannot be guessed from it. */
    byte[] sent(TenantId tenant, String operation, Object... parts) {
        String[] texts = new String[parts.length + 1];
        texts[0] = operation;
        for (int i = 0; i < parts.length; i++) {
            texts[i + 1] = String.valueOf(parts[i]);
        }
        return sealer.digest(tenant, "sent", texts);
    }

    /** The id of the talk that this key opens: the table of keys need not name it beside its person. */
    UUID idOf(Caller resident, IdempotencyKey key) {
        ByteBuffer digest = ByteBuffer.wrap(sealer.digest(resident.tenant(), "thread", resident.id(), key.value()));
        // RFC 9562: version 8, made by a rule of one's own.
        long high = digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
        long low = digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static String placeOf(UUID thread, UUID message) {
        return "thread:" + thread + ":message:" + message;
    }
}
