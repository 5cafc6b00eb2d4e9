package cn.shiyu.moralbank.shop;

/** What happens to an order. */
public enum OrderAction {
    /** 领取 */
    FETCH,
    /** 取消 */
    CANCEL,
    /** 过期 */
    LAPSE,
    /** 退款 */
    REFUND
}
