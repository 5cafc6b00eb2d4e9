package cn.shiyu.identity;

/** Somebody is signed in, but who that is here could not be found out; the cause says why, and decides the answer. */
public final class CallerUnknown extends RuntimeException {

    CallerUnknown(Throwable cause) {
        super(null, cause, false, false);
    }
}
