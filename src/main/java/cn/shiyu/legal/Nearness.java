package cn.shiyu.legal;

/** How an advisor stands to a place; the nearest come first. */
public enum Nearness {
    /** 本村顾问: serves the very village */
    OWN,
    /** 乡镇团队: serves the township, or a district above it */
    TEAM,
    /** 全市: serves everybody */
    CITY
}
