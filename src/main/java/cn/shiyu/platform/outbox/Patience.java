package cn.shiyu.platform.outbox;

import java.time.Duration;

/** How long to wait before the next try, and when to stop trying. */
final class Patience {

    /** Two seconds doubling up to half an hour: the last try comes about two and a half hours after the first. */
    static final int MOST_ATTEMPTS = 14;

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 10;

    private Patience() {}

    static Duration after(int attempt) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    static boolean isOver(int attempt) {
        return attempt >= MOST_ATTEMPTS;
    }
}
