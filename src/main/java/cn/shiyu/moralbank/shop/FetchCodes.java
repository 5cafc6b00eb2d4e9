package cn.shiyu.moralbank.shop;

import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;

/** Codes of eight digits that an order is fetched with, known by their keyed digest alone. */
@ApplicationScoped
class FetchCodes {

    static final Duration LASTS = Duration.ofMinutes(15);

    private static final int CODES = 100_000_000;

    @Inject
    BlindIndex index;

    private final SecureRandom random = new SecureRandom();

    String draw() {
        return "%08d".formatted(random.nextInt(CODES));
    }

    /** @param digits as read or typed, with whatever people type between them */
    byte[] digest(TenantId tenant, String digits) {
        String clean = digits == null ? "" : digits.replaceAll("\\D", "");
        return index.digest(tenant, Purpose.SECRET, "bank-order:" + clean);
    }
}
