package cn.shiyu.moralbank.volunteering;

/** Which way a code leads. */
public enum Direction {
    /** 签到 */
    IN,
    /** 签退 */
    OUT
}
