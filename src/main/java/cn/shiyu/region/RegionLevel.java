package cn.shiyu.region;

/** The tree of divisions, highest first: 市, 县(市、区), 乡镇/街道, 村/社区. A county-level city's own root is a county. */
public enum RegionLevel {
    CITY,
    COUNTY,
    TOWNSHIP,
    VILLAGE
}
