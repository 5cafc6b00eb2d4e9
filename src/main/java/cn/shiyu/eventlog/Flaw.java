package cn.shiyu.eventlog;

/** What can be wrong with an entry of the log. */
public enum Flaw {
    MISSING("这一条不见了"),
    PREVIOUS("与前一条的链接对不上"),
    WORDS("所写的文字与当时的摘要对不上"),
    HASH("内容与校验值对不上"),
    HEAD("与记录的末条对不上");

    private final String sentence;

    Flaw(String sentence) {
        this.sentence = sentence;
    }

    /** Chinese, for the person who asked. */
    public String sentence() {
        return sentence;
    }
}
