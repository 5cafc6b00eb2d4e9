package cn.shiyu.moralbank.portal;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** A random mark in the browser that checks in, for 90 days: it says that two codes came from one phone, and nothing about whose. */
final class PhoneAtHand {

    static final String COOKIE = "bank-phone";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private PhoneAtHand() {}

    static Response remembered(Response page, String known) {
        if (known != null && known.length() >= BYTES) {
            return page;
        }
        byte[] mark = new byte[BYTES];
        RANDOM.nextBytes(mark);
        return Response.fromResponse(page)
                .cookie(new NewCookie.Builder(COOKIE)
                        .value(Base64.getUrlEncoder().withoutPadding().encodeToString(mark))
                        .path("/bank/activities")
                        .maxAge((int) Duration.ofDays(90).toSeconds())
                        .sameSite(NewCookie.SameSite.LAX)
                        .httpOnly(true)
                        .build())
                .build();
    }
}
