package cn.shiyu.booking;

/** How two people meet. */
public enum Mode {
    /** 当面 */
    IN_PERSON,
    /** 电话 */
    PHONE,
    /** 视频 */
    VIDEO,
    /** 中心窗口 */
    CENTRE_DESK
}
