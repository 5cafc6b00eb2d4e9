package cn.shiyu.platform.crypto;

import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/**
 * Seals what people write to counsellors, under keys whose root ({@code shiyu.crypto.counselling-key}) is not the master key. Only
 * {@code cn.shiyu.counselling} may use it (ArchitectureTest). Rotation and layout are those of {@link Sealer}.
 */
@ApplicationScoped
public class CounsellingSealer {

    @Inject
    Sealer sealer;

    @Inject
    KeyRing ring;

    /** @param place names thread, message and column: sealed text opens there and nowhere else */
    public byte[] seal(TenantId tenant, String place, String text) {
        return sealer.sealAs(tenant, Purpose.COUNSELLING, place, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws SealBroken when it was changed, moved, or sealed under another key */
    public String open(TenantId tenant, String place, byte[] sealed) {
        return new String(sealer.openAs(tenant, Purpose.COUNSELLING, place, sealed), StandardCharsets.UTF_8);
    }

    /** 32 bytes by which equal texts of one use are found, and nothing is learned without the key; keyed, so that nobody can try guesses. */
    public byte[] digest(TenantId tenant, String use, String... texts) {
        byte[] city = ring.keys(tenant).first(Purpose.COUNSELLING_LOOKUP).key();
        return Sm3.hmac(Sm3.hmac(city, Labels.of("counselling", use)), Labels.of(texts));
    }
}
