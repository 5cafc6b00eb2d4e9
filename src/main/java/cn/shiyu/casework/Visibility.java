package cn.shiyu.casework;

/** Who may see a case: 公开 may go to the city's board, 保密 only to those who work on it. */
public enum Visibility {
    PUBLIC,
    CONFIDENTIAL
}
