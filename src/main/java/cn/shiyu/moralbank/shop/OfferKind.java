package cn.shiyu.moralbank.shop;

/** What is offered. */
public enum OfferKind {
    /** 商品 */
    GOODS,
    /** 服务 */
    SERVICE,
    /** 优惠: money off. */
    DISCOUNT
}
