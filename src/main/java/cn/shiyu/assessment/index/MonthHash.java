package cn.shiyu.assessment.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** One hash over a month: its version, each unit's evidence, each unit's result. */
final class MonthHash {

    private MonthHash() {}

    static byte[] of(String index, List<Evidence> evidence, List<String> results) {
        MessageDigest digest = sha256();
        add(digest, index);
        for (Evidence one : evidence) {
            add(digest, one.unit());
            add(digest, Sealed.text(one.counts().numbers()));
            digest.update(one.digest());
        }
        results.forEach(one -> add(digest, one));
        return digest.digest();
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
