package cn.shiyu.agreement;

/** 司法确认: how far a court's confirmation is. */
public enum Confirmation {
    /** Nobody, or one side alone, wants it. */
    NONE,
    /** Both want it: the application can be handed in. */
    READY,
    SUBMITTED,
    CONFIRMED,
    REFUSED,
    /** The time for it is over. */
    LAPSED
}
