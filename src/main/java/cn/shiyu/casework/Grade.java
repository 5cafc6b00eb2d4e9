package cn.shiyu.casework;

/** How urgent: 一般, 紧急, 特急. Limits hang on it. */
public enum Grade {
    NORMAL,
    URGENT,
    CRITICAL
}
