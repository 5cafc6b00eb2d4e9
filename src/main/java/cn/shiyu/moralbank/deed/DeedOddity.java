package cn.shiyu.moralbank.deed;

/** What looks odd in a deed; the committee decides what it means. */
public enum DeedOddity {
    /** 照片与另一件相同 */
    SAME_PHOTO,
    /** 文字与另一件相同 */
    SAME_WORDS,
    /** 同一地方同一分钟还讲述了另一件 */
    SAME_MINUTE
}
