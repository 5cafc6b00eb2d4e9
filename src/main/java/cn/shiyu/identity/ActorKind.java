package cn.shiyu.identity;

/** Which kind of actor stands behind a call. */
public enum ActorKind {
    RESIDENT,
    STAFF,
    SYSTEM,
    /** A system the city used before, whose records are brought in. */
    IMPORT,
    /** Another system that brings cases in under a key of its own; the people behind it stay unknown to us. */
    PARTNER,
    /** Nobody signed in. */
    ANYONE
}
