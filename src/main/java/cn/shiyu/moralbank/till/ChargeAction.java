package cn.shiyu.moralbank.till;

/** What happens to a payment. */
public enum ChargeAction {
    /** 确认收款 */
    CAPTURE,
    /** 取消 */
    CANCEL,
    /** 超时撤销 */
    LAPSE,
    /** 退款 */
    REFUND
}
