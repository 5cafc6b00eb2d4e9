package cn.shiyu.dev;

import java.util.Locale;

/** Tells the person at the terminal what is going on, with the seconds since the start. */
final class Progress {

    private final long start = System.nanoTime();

    void say(String sentence, Object... values) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "[%5.1f s] %s%n",
                seconds,
                values.length == 0 ? sentence : String.format(Locale.ROOT, sentence, values));
    }
}
