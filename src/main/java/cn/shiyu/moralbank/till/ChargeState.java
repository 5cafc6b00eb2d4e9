package cn.shiyu.moralbank.till;

/** Where a payment stands. */
public enum ChargeState {
    /** 已预扣: the points are put aside */
    AUTHORISED,
    /** 已收款 */
    CAPTURED,
    /** 已撤销: by the shop, or it was not captured in time */
    VOIDED,
    /** 已退款 */
    REFUNDED
}
