package cn.shiyu.casework;

import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;

/**
 * The secret that, with the number, shows a case to somebody not signed in. Derived from the case's id with the city's
 * key, so nothing secret is stored and two cases' codes tell nothing about each other. Eight characters without look-alikes (0/O, 1/I/L).
 */
@ApplicationScoped
public class LookUpCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    @Inject
    BlindIndex index;

    public String of(TenantId tenant, UUID caseId) {
        byte[] digest = index.digest(tenant, Purpose.LOOKUP, "case-look-up-code|" + caseId);
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int pair = (digest[2 * i] & 0xff) << 8 | digest[2 * i + 1] & 0xff;
            code.append(ALPHABET.charAt(pair % ALPHABET.length()));
        }
        return code.toString();
    }

    /** Small letters, spaces and hyphens are forgiven; compared in constant time. */
    boolean fits(TenantId tenant, UUID caseId, String typed) {
        String code = typed == null ? "" : typed.replaceAll("[\\s\\-]", "").toUpperCase(Locale.ROOT);
        return MessageDigest.isEqual(
                of(tenant, caseId).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
    }
}
