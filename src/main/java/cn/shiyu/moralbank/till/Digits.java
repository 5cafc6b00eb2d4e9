package cn.shiyu.moralbank.till;

import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;

/** Codes of eight digits: drawn, cleaned of what people type between them, and known by their keyed digest alone. */
@ApplicationScoped
public class Digits {

    private static final int CODES = 100_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    BlindIndex index;

    public String draw() {
        return "%08d".formatted(RANDOM.nextInt(CODES));
    }

    /** @param use keeps codes for one thing from being good for another */
    public byte[] digest(TenantId tenant, String use, String digits) {
        return index.digest(tenant, Purpose.SECRET, "bank-" + use + ":" + clean(digits));
    }

    static String clean(String typed) {
        return typed == null ? "" : typed.replaceAll("\\D", "");
    }
}
