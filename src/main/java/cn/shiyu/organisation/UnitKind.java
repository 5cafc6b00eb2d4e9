package cn.shiyu.organisation;

/** What a unit is: 综治中心 receives, dispatches, supervises and follows up; 职能部门 and 属地 (townships) handle. */
public enum UnitKind {
    CENTRE,
    DEPARTMENT,
    TERRITORIAL
}
