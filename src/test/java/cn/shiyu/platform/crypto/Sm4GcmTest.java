package cn.shiyu.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class Sm4GcmTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

    @Test
    void theCipherGivesTheBlockOfTheStandard() {
        SM4Engine sm4 = new SM4Engine();
        sm4.init(true, new KeyParameter(KEY));
        byte[] block = new byte[16];
        sm4.processBlock(KEY, 0, block, 0);
        assertThat(HEX.formatHex(block)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void opensTheSealOfRfc8998() {
        byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] sealed = HEX.parseHex("00001234567800000000abcd"
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb2007"
                + "35d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(HEX.formatHex(Sm4Gcm.open(KEY, associated, sealed)))
                .isEqualTo("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    }

    @Property(tries = 300)
    void whatIsSealedOpens(@ForAll @Size(max = 2000) byte[] plain, @ForAll @Size(max = 60) byte[] associated) {
        assertThat(Sm4Gcm.open(KEY, associated, Sm4Gcm.seal(KEY, associated, plain)))
                .isEqualTo(plain);
    }

    @Property(tries = 500)
    void anyFlippedBitIsNoticed(@ForAll @Size(min = 1, max = 64) byte[] plain, @ForAll @IntRange(min = 0) int bit) {
        byte[] sealed = Sm4Gcm.seal(KEY, new byte[0], plain);
        int place = bit % (sealed.length * 8);
        sealed[place / 8] ^= (byte) (1 << place % 8);
        assertThatThrownBy(() -> Sm4Gcm.open(KEY, new byte[0], sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void aSealForAnotherPlaceDoesNotOpen() {
        byte[] sealed = Sm4Gcm.seal(KEY, Labels.of("jieshou", "row 1"), new byte[] {1});
        assertThatThrownBy(() -> Sm4Gcm.open(KEY, Labels.of("jieshou", "row 2"), sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> Sm4Gcm.open(KEY, Labels.of("jieshou", "row 1"), new byte[5]))
                .isInstanceOf(SealBroken.class);
    }
}
