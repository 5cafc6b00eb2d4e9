package cn.shiyu.moralbank.volunteering;

/** What can be done with an activity. */
public enum ActivityAction {
    /** 拟写 */
    WRITE,
    /** 发布 */
    PUBLISH,
    /** 报名 */
    SIGN_UP,
    /** 退出报名 */
    WITHDRAW,
    /** 开始签到 */
    START,
    /** 签到签退 */
    CHECK,
    /** 补登时间: the organiser sets a time that somebody forgot */
    CORRECT,
    /** 结束 */
    END,
    /** 确认时长 */
    CONFIRM,
    /** 取消 */
    CANCEL
}
