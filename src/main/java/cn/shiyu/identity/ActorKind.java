package cn.shiyu.identity;

/** Which kind of actor stands behind a call. */
public enum ActorKind {
    RESIDENT,
    STAFF,
    SYSTEM,
    /** Nobody signed in. */
    ANYONE
}
