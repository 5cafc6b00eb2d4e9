package cn.shiyu.rig;

import java.time.Duration;
import java.util.function.IntSupplier;

/** The lowest value something had while it was watched. */
final class Lowest {

    private volatile int lowest = Integer.MAX_VALUE;
    private volatile boolean over;

    private Lowest() {}

    static Lowest of(IntSupplier value) {
        Lowest watch = new Lowest();
        Thread watcher = new Thread(() -> {
            while (!watch.over) {
                watch.lowest = Math.min(watch.lowest, value.getAsInt());
                Rig.pause(Duration.ofMillis(100));
            }
        });
        watcher.setDaemon(true);
        watcher.start();
        return watch;
    }

    int end() {
        over = true;
        return lowest;
    }
}
