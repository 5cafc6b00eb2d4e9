package cn.shiyu.identity;

/** Which kind of actor stands behind a call. */
public enum ActorKind {
    RESIDENT,
    STAFF,
    SYSTEM,
    /** A system the city used before, whose records are brought in. */
    IMPORT,
    /** Nobody signed in. */
    ANYONE
}
