package cn.shiyu.backup;

import cn.shiyu.platform.web.Messages;
import java.util.function.Consumer;

/** How far a long copy has come, told every few seconds; and, where asked, not faster than so many bytes a second. */
final class Pace {

    private static final long TELL_EVERY = 5_000_000_000L;
    private static final double NANOS = 1e9;

    private final long bytesPerSecond;
    private final Consumer<String> out;
    private final long began = System.nanoTime();
    private long told = began;
    private long total;
    private long moved;

    /** @param bytesPerSecond 0 for as fast as it goes */
    Pace(long bytesPerSecond, Consumer<String> out) {
        this.bytesPerSecond = bytesPerSecond;
        this.out = out;
    }

    void expect(long bytes) {
        total += bytes;
    }

    void say(String words) {
        out.accept(Messages.get("backup.line", String.format("%5.1f", seconds()), words));
    }

    void moved(int bytes) {
        moved += bytes;
        holdBack();
        if (System.nanoTime() - told > TELL_EVERY) {
            told = System.nanoTime();
            say(Messages.get("backup.progress", Sizes.show(moved), Sizes.show(Math.max(total, moved))));
        }
    }

    double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }

    private void holdBack() {
        if (bytesPerSecond == 0) {
            return;
        }
        double ahead = (double) moved / bytesPerSecond - seconds();
        if (ahead > 0) {
            try {
                Thread.sleep((long) (ahead * 1000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
