package cn.shiyu.platform.crypto;

/** Sealed data that does not open: changed, moved to another row, or sealed under another key. */
public final class SealBroken extends RuntimeException {

    SealBroken() {
        this("sealed data does not open");
    }

    SealBroken(String why) {
        super(why);
    }
}
