package cn.shiyu.legal;

/** How the one who acts stands to a consultation. */
enum ConsultationStanding {
    /** The resident who asked. */
    ASKER,
    /** Who has it. */
    ADVISOR,
    /** An advisor of its township, once it is late. */
    TEAM,
    /** Time. */
    SYSTEM
}
