package cn.shiyu.counselling;

/** How a counsellor can be reached. All but the last are booked. */
public enum Way {
    /** 面谈 */
    IN_PERSON,
    /** 电话 */
    PHONE,
    /** 视频 */
    VIDEO,
    /** 书信: a thread of messages */
    WRITTEN
}
