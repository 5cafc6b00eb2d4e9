package cn.shiyu.booking;

/** Where an appeal against a no-show stands. Decided once; the booking's own states are in {@link BookingTransitions}. */
public enum AppealStatus {
    /** 待处理: the no-show does not count meanwhile */
    OPEN,
    /** 已撤销未到 */
    GRANTED,
    /** 维持未到 */
    REFUSED
}
