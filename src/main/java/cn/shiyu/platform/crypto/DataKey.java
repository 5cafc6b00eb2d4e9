package cn.shiyu.platform.crypto;

import java.time.Instant;

/** A city's key for one purpose in one version, unwrapped; only ever in memory. */
record DataKey(Purpose purpose, int version, Instant createdAt, byte[] key) {

    @Override
    public String toString() {
        return "DataKey[" + purpose + " " + version + "]";
    }
}
