package cn.shiyu.platform.command;

/** An errand that cannot be done as asked; the sentence is for the operator and says the way out. */
public final class ErrandRefused extends RuntimeException {

    public ErrandRefused(String words) {
        super(words);
    }

    public ErrandRefused(String words, Throwable cause) {
        super(words, cause);
    }
}
