package cn.shiyu.identity;

/** From where something was done; kept in every event. */
public enum Surface {
    PORTAL,
    MINI_PROGRAM,
    CONSOLE,
    HOTLINE,
    OPEN_API,
    IMPORT,
    SYSTEM
}
