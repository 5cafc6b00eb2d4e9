package cn.shiyu.legal;

/** Where a written consultation stands. */
public enum ConsultationStatus {
    /** 待解答: it is the advisor's turn, and a limit runs */
    ASKED,
    /** 已答复: the person may ask on, or the two conclude */
    ANSWERED,
    /** 已办结: it has its outcome */
    CONCLUDED
}
