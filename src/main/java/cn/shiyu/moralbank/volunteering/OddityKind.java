package cn.shiyu.moralbank.volunteering;

/** What looks odd in hours and is for a person to look at; none of it proves anything. */
public enum OddityKind {
    /** 同一部手机: the phone that sent this one's code sent another's too, at this activity */
    SAME_PHONE,
    /** 同一分钟: in and out in the same minutes as somebody else, both times */
    SAME_MINUTES,
    /** 时间重叠: at two activities at the same time */
    OVERLAP,
    /** 超过活动时长: more hours than the activity lasted */
    TOO_LONG
}
