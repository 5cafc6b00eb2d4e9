package cn.shiyu.legal;

/** What a consultation led to. */
public enum Outcome {
    /** 已解答 */
    ADVISED,
    /** 转法律援助 */
    LEGAL_AID,
    /** 转调解 */
    MEDIATION,
    /** 建议诉讼 */
    COURT,
    /** 已关闭: withdrawn, or nothing came of it */
    CLOSED
}
