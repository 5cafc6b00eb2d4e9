package cn.shiyu.platform.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907-2016) in GCM: 128-bit key, fresh 96-bit nonce in front, 128-bit tag at the end. */
final class Sm4Gcm {

    static final int KEY_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm4Gcm() {}

    static byte[] newKey() {
        return random(KEY_BYTES);
    }

    /** @return nonce | ciphertext | tag */
    static byte[] seal(byte[] key, byte[] associated, byte[] plain) {
        byte[] nonce = random(NONCE_BYTES);
        GCMModeCipher cipher = cipher(true, key, nonce, associated);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
        int length = cipher.processBytes(plain, 0, plain.length, sealed, NONCE_BYTES);
        try {
            cipher.doFinal(sealed, NONCE_BYTES + length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing cannot fail on its input", e);
        }
        return sealed;
    }

    /** @throws SealBroken when a bit differs, the key is another, or it was sealed for another place */
    static byte[] open(byte[] key, byte[] associated, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new SealBroken();
        }
        GCMModeCipher cipher = cipher(false, key, Arrays.copyOf(sealed, NONCE_BYTES), associated);
        byte[] plain = new byte[cipher.getOutputSize(sealed.length - NONCE_BYTES)];
        int length = cipher.processBytes(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES, plain, 0);
        try {
            cipher.doFinal(plain, length);
        } catch (InvalidCipherTextException e) {
            throw new SealBroken();
        }
        return plain;
    }

    private static GCMModeCipher cipher(boolean seal, byte[] key, byte[] nonce, byte[] associated) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
