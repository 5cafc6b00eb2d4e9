package cn.shiyu.platform.crypto;

import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/**
 * Finds sealed values by equality: a keyed digest beside the sealed column. Equal values of one city and purpose
 * have equal digests; those of two cities or two purposes have nothing in common.
 */
@ApplicationScoped
public class BlindIndex {

    @Inject
    KeyRing ring;

    /**
     * @param normalised the one spelling of the value, e.g. a phone number as digits alone
     * @return 32 bytes for a column with an index
     */
    public byte[] digest(TenantId tenant, Purpose purpose, String normalised) {
        if (purpose.root() != Purpose.Root.GENERAL) {
            throw new IllegalArgumentException(purpose + " has an index of its own");
        }
        byte[] city = ring.keys(tenant).first(Purpose.LOOKUP).key();
        byte[] key = Sm3.hmac(city, Labels.of("blind-index", purpose.name()));
        return Sm3.hmac(key, normalised.getBytes(StandardCharsets.UTF_8));
    }
}
