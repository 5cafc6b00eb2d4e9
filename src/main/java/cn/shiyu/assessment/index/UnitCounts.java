package cn.shiyu.assessment.index;

/** What was counted for a unit in a period. @param group code of its peer group */
public record UnitCounts(String unit, String name, String group, Counts counts) {}
