package cn.shiyu.counselling;

/** How the one who acts stands to a written talk. */
enum CounsellingStanding {
    /** Whose it is. */
    PERSON,
    /** The one counsellor who reads it. */
    COUNSELLOR,
    /** Time. */
    SYSTEM
}
