package cn.shiyu.platform.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM3 (GB/T 32905-2016), the national hash, plain and keyed (HMAC). */
public final class Sm3 {

    /** Length of every digest, in bytes. */
    public static final int BYTES = 32;

    private Sm3() {}

    /** The digest of the parts one after the other; the caller keeps them apart where that matters. */
    public static byte[] digest(byte[]... parts) {
        SM3Digest sm3 = new SM3Digest();
        for (byte[] part : parts) {
            sm3.update(part, 0, part.length);
        }
        byte[] digest = new byte[BYTES];
        sm3.doFinal(digest, 0);
        return digest;
    }

    /** HMAC-SM3 (RFC 2104) of the message under the key. */
    public static byte[] hmac(byte[] key, byte[] message) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] digest = new byte[BYTES];
        mac.doFinal(digest, 0);
        return digest;
    }
}
