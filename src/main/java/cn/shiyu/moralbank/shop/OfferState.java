package cn.shiyu.moralbank.shop;

/** Whether an offer can be ordered. */
public enum OfferState {
    /** 上架 */
    OPEN,
    /** 下架: orders that were placed stay good. */
    CLOSED
}
