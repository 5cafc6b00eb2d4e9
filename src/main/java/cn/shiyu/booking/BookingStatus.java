package cn.shiyu.booking;

import java.util.EnumSet;
import java.util.Set;

/** Where a booking stands. */
public enum BookingStatus {
    /** 填写中: a place kept for some minutes while somebody fills in */
    HELD,
    /** 已预约 */
    CONFIRMED,
    /** 已签到 */
    CHECKED_IN,
    /** 服务中 */
    SERVING,
    /** 已完成 */
    DONE,
    /** 未到 */
    NO_SHOW,
    /** 已取消 */
    CANCELLED,
    /** 未确认: the hold ran out */
    LAPSED,
    /** 待改期: the rota changed under it */
    DISPLACED;

    /** Those that take time of the bookable; the database's constraint names the same. */
    public static Set<BookingStatus> taking() {
        return EnumSet.of(HELD, CONFIRMED, CHECKED_IN, SERVING);
    }

    public boolean takesTime() {
        return taking().contains(this);
    }

    public boolean isOver() {
        return EnumSet.of(DONE, NO_SHOW, CANCELLED, LAPSED).contains(this);
    }
}
