package cn.shiyu.history;

/** Somebody else goes on with the run; what this worker had in hand was not stored. */
final class LostRun extends RuntimeException {

    LostRun() {
        super("the run was taken over", null, false, false);
    }
}
