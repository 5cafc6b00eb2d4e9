package cn.shiyu.moralbank.volunteering;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

import cn.shiyu.platform.crypto.Sm3;

/**
 * The six digits on the organiser's screen: HMAC-SM3 over activity, direction and time step under the activity's own key, cut as in
 * RFC 4226. A step lasts 30 s; the step at hand and the one before count, so a code lives 30 to 60 s.
 */
final class CheckCode {

    static final int STEP_SECONDS = 30;
    private static final int CODES = 1_000_000;

    private CheckCode() {}

    static String of(byte[] key, UUID activity, Direction direction, Instant at) {
        return of(key, activity, direction, step(at));
    }

    /** Seconds until the screen shows another one, 1 to 30. */
    static int left(Instant at) {
        return STEP_SECONDS - (int) Math.floorMod(at.getEpochSecond(), STEP_SECONDS);
    }

    static boolean fits(byte[] key, UUID activity, Direction direction, Instant at, String typed) {
        byte[] given = (typed == null ? "" : typed.replaceAll("\\s", "")).getBytes(StandardCharsets.UTF_8);
        boolean now = MessageDigest.isEqual(given, bytes(of(key, activity, direction, step(at))));
        boolean before = MessageDigest.isEqual(given, bytes(of(key, activity, direction, step(at) - 1)));
        return now | before;
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    private static String of(byte[] key, UUID activity, Direction direction, long step) {
        byte[] what = bytes(activity + "|" + direction + "|" + step);
        byte[] mac = Sm3.hmac(key, what);
        int from = mac[mac.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(mac, from, Integer.BYTES).getInt() & 0x7fffffff;
        return "%06d".formatted(number % CODES);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
