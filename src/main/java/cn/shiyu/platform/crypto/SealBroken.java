package cn.shiyu.platform.crypto;

/** Sealed data that does not open: changed, moved to another row, or sealed under another key. Says nothing more on purpose. */
public final class SealBroken extends RuntimeException {

    SealBroken() {
        super("sealed data does not open");
    }
}
