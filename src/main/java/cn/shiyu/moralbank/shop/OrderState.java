package cn.shiyu.moralbank.shop;

/** Where an order stands. */
public enum OrderState {
    /** 待领取 */
    PLACED,
    /** 已领取 */
    FETCHED,
    /** 已取消 */
    CANCELLED,
    /** 过期未领 */
    LAPSED,
    /** 已退款 */
    REFUNDED
}
