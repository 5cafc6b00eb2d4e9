package cn.shiyu.moralbank.deed;

/** How the one who acts stands to a good deed. */
public enum DeedStanding {
    /** 讲述人, where another did it */
    TELLER,
    /** 做好事的人 */
    DOER,
    /** 评议员 of the unit whose committee reviews it */
    COMMITTEE,
    /** 道德银行管理员 */
    CLERK,
    /** What follows by itself. */
    SYSTEM
}
