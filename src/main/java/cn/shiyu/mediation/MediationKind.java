package cn.shiyu.mediation;

/** The three kinds that work together (三调联动). */
public enum MediationKind {
    /** 人民调解 */
    PEOPLE,
    /** 行政调解 */
    ADMINISTRATIVE,
    /** 司法调解 */
    JUDICIAL
}
