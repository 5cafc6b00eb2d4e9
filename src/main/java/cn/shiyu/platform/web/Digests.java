package cn.shiyu.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for contents, for caches alone: ten hexadecimal digits of SHA-256. */
final class Digests {

    private Digests() {}

    static String brief(String text) {
        return brief(text.getBytes(StandardCharsets.UTF_8));
    }

    static String brief(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
