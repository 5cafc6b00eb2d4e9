package cn.shiyu.casework;

/** What a resident or grid worker brings in (spec: the one pipeline). A city offers those its tenant file names. */
public enum CaseKind {
    /** 诉求 */
    REQUEST,
    /** 投诉 */
    COMPLAINT,
    /** 纠纷 */
    DISPUTE,
    /** 隐患 */
    HAZARD,
    /** 咨询 */
    QUESTION,
    /** 求助 */
    HELP,
    /** 建议 */
    SUGGESTION,
    /** 举报 */
    TIPOFF,
    /** 表扬 */
    PRAISE
}
