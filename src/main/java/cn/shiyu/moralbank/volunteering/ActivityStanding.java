package cn.shiyu.moralbank.volunteering;

/** How the one who acts stands to an activity. */
public enum ActivityStanding {
    /** 组织者: holds that post at the unit that publishes it */
    ORGANISER,
    /** 储户: a resident who has joined the bank */
    MEMBER,
    /** The clock. */
    SYSTEM
}
