package cn.shiyu.casework;

/** The five levels of 好差评 (GB/T 39735-2020); the last two are 差评. The silent are never counted as content. */
public enum RatingLevel {
    /** 非常满意 */
    VERY_SATISFIED,
    /** 满意 */
    SATISFIED,
    /** 基本满意 */
    BASICALLY_SATISFIED,
    /** 不满意 */
    DISSATISFIED,
    /** 非常不满意 */
    VERY_DISSATISFIED;

    public boolean isLow() {
        return this == DISSATISFIED || this == VERY_DISSATISFIED;
    }
}
