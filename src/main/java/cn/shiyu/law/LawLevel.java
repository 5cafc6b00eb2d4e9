package cn.shiyu.law;

/** 效力级别, highest first. */
public enum LawLevel {
    /** 法律 */
    STATUTE,
    /** 行政法规及党内法规 */
    REGULATION,
    /** 司法解释 */
    INTERPRETATION,
    /** 地方性法规: the city's own. */
    LOCAL
}
