package cn.shiyu.platform.crypto;

import cn.shiyu.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key under which all data keys lie wrapped. It lives outside the database: in a secret that the operator mounts.
 *
 * @param id a fingerprint kept beside each wrapped key, so that a wrong master key is named instead of looking like
 * damage
 */
record MasterKey(String id, byte[] key) {

    private static final int ID_BYTES = 8;

    /** @param base64 16 bytes in Base64, e.g. from {@code openssl rand -base64 16} */
    static MasterKey of(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.trim());
        } catch (IllegalArgumentException e) {
            // Without the cause, which would carry the key into a log.
            throw new IllegalStateException("the master key is not Base64");
        }
        if (key.length != Sm4Gcm.KEY_BYTES) {
            throw new IllegalStateException("the master key must have " + Sm4Gcm.KEY_BYTES + " bytes");
        }
        byte[] print = Sm3.hmac(key, "shiyu master key".getBytes(StandardCharsets.UTF_8));
        return new MasterKey(HexFormat.of().formatHex(print, 0, ID_BYTES), key);
    }

    byte[] wrap(TenantId tenant, Purpose purpose, int version, byte[] dataKey) {
        return Sm4Gcm.seal(key, label(tenant, purpose, version), dataKey);
    }

    byte[] unwrap(TenantId tenant, Purpose purpose, int version, byte[] wrapped) {
        return Sm4Gcm.open(key, label(tenant, purpose, version), wrapped);
    }

    private static byte[] label(TenantId tenant, Purpose purpose, int version) {
        return Labels.of("data-key", tenant.value(), purpose.name(), Integer.toString(version));
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
