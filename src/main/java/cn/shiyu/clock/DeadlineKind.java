package cn.shiyu.clock;

/** Which light a deadline turns on. */
public enum DeadlineKind {
    /** 临期: yellow. */
    WARN,
    /** 超期: red. */
    BREACH
}
