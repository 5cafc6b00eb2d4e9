package cn.shiyu.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm3Test {

    @Test
    void givesTheDigestsOfTheStandard() {
        assertThat(hex(Sm3.digest(ascii("abc"))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(hex(Sm3.digest(ascii("abcd".repeat(16)))))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void digestsPartsAsOneMessage() {
        assertThat(Sm3.digest(ascii("a"), ascii("bc"))).isEqualTo(Sm3.digest(ascii("abc")));
    }

    @Test
    void keyedDigestsFollowRfc2104() {
        byte[] key = ascii("key");
        byte[] inner = Sm3.digest(pad(key, 0x36), ascii("message"));
        assertThat(Sm3.hmac(key, ascii("message"))).isEqualTo(Sm3.digest(pad(key, 0x5c), inner));
    }

    private static byte[] pad(byte[] key, int with) {
        byte[] padded = new byte[64];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = (byte) ((i < key.length ? key[i] : 0) ^ with);
        }
        return padded;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
