package cn.shiyu.counselling;

/** What can be done to a written talk. */
enum CounsellingAction {
    /** 写信 */
    WRITE,
    /** 回复 */
    ANSWER,
    /** 结束, by the counsellor */
    CLOSE,
    /** 不再继续, by the person */
    END,
    /** 建议转介: another counsellor would help better */
    OFFER,
    /** 同意转介 */
    AGREE,
    /** 不同意转介 */
    DECLINE,
    /** 换一位咨询师: the person goes to another one */
    CHANGE,
    /** 提醒 the counsellor that the limit is near */
    REMIND,
    /** 逾期: the person is shown other ways */
    BE_LATE,
    /** 删除: words, names and the talk itself */
    DELETE
}
