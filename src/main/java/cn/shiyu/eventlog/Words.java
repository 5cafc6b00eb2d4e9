package cn.shiyu.eventlog;

import cn.shiyu.platform.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What a person wrote, beside its digest SM3(salt | words). Erasing takes the words and the salt; the digest, which the
 * chain covers, stays and tells nothing.
 */
record Words(String text, byte[] salt, byte[] digest) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    static Words none() {
        return new Words(null, null, null);
    }

    static Words of(String text) {
        if (text == null) {
            return none();
        }
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Words(text, salt, digest(salt, text));
    }

    boolean erased() {
        return text == null && digest != null;
    }

    /** Whether the words are those that the digest was taken from; erased words match whatever they were. */
    boolean match() {
        return text == null ? salt == null : digest != null && Arrays.equals(digest, digest(salt, text));
    }

    private static byte[] digest(byte[] salt, String text) {
        return Sm3.digest(salt, text.getBytes(StandardCharsets.UTF_8));
    }
}
